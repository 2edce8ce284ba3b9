using Mediator;
using Trials.Domain;
using Trials.Domain.Applications;
using Trials.Domain.People;
using Trials.Projections.Engine;

namespace Trials.Projections.Applications;

/// <summary>Answers <see cref="ApplicationDetail"/>.</summary>
public sealed class ApplicationDetailHandler(ReadModelDatabase database, ViewerAccessor viewers) : IQueryHandler<ApplicationDetail, ApplicationView?>
{
    /// <inheritdoc/>
    public async ValueTask<ApplicationView?> Handle(ApplicationDetail query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var session = await database.Read(cancellationToken).ConfigureAwait(false);
        var of = session.NewArguments().Uuid("application", query.Application.Value).Integer("clearance", (int)viewers.Viewer.Clearance);
        var found = await ApplicationListRows.Read(
            session,
            $"{ApplicationListRows.Select} WHERE a.application_id = @application AND a.visibility <= @clearance",
            of,
            (reader, row) => (Row: row, Revision: reader.Integer(), Applicant: reader.UuidOrNull(), Has: reader.Int() == 1),
            item => item.Row,
            (item, row) => item with { Row = row },
            cancellationToken).ConfigureAwait(false);
        if (found is not [var (row, revision, applicant, hasApplicant)])
        {
            return null;
        }

        var victims = await session.Query(
            "SELECT person, sex, age_from, age_to FROM application_victims WHERE application_id = @application ORDER BY place",
            of,
            r => new VictimView(
                r.UuidOrNull() is { } person ? new PersonId(person) : null,
                (Sex)r.Int(),
                (r.IntOrNull(), r.IntOrNull()) is ({ } from, { } to) ? new VictimAge(from, to) : null),
            cancellationToken).ConfigureAwait(false);
        var codes = await session.Query(
            "SELECT kind, code FROM application_codes WHERE application_id = @application ORDER BY kind, code",
            of,
            r => ((ApplicationCodeKind)r.Int(), r.Text()),
            cancellationToken).ConfigureAwait(false);
        var cases = await session.Query(
            "SELECT c.case_id, (SELECT n.reference FROM application_case_names n WHERE n.case_id = c.case_id AND n.visibility <= @clearance), c.link "
            + "FROM application_cases c WHERE c.application_id = @application ORDER BY c.case_id",
            of,
            r => new LinkedCaseView(new(r.Uuid()), r.TextOrNull(), (CaseOfApplication)r.Int()),
            cancellationToken).ConfigureAwait(false);
        var consents = await session.Query(
            "SELECT scope, giver, person, consent, said_at, said_zone, said_precision, said_minutes FROM application_consents "
            + "WHERE application_id = @application ORDER BY scope, giver, said_at, said_of",
            of,
            r => new ConsentView(
                (ConsentScope)r.Int(), (ConsentGiver)r.Int(), r.UuidOrNull() is { } person ? new PersonId(person) : null, (Consent)r.Int(), r.Happened()),
            cancellationToken).ConfigureAwait(false);
        return new(
            row,
            revision,
            applicant is { } known ? new PersonId(known) : null,
            hasApplicant,
            victims,
            codes.ToLookup(c => c.Item1, c => c.Item2),
            cases,
            consents);
    }
}
