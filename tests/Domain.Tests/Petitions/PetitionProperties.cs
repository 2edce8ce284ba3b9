using Trials.Domain.Petitions;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.Petitions;

public sealed class PetitionProperties : StreamProperties<Petition, PetitionEvent>;
