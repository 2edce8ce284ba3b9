using Trials.Domain.Catalogues;
using Trials.Domain.Claims;
using Trials.Domain.Tests.Properties;
using Trials.Domain.Tests.Support;

namespace Trials.Domain.Tests.Claims;

public sealed class ClaimProperties : StreamProperties<Claim, ClaimEvent>
{
    protected override IReadOnlyList<ClaimEvent> Begun =>
    [
        new ClaimEvent.Filed(
            Any.Case, [Any.Person], [new(ClaimParty.Of(new AuthorityCode("moi")), RespondentCapacity.NotRecorded)], 100, null,
            ClaimLaw.NotRecorded, ClaimGround.NotRecorded, [], null, null, null),
    ];
}
