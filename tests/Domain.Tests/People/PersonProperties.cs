using Trials.Domain.People;
using Trials.Domain.Tests.Properties;

namespace Trials.Domain.Tests.People;

public sealed class PersonProperties : StreamProperties<Person, PersonEvent>;
