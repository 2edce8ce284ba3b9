using System.Data.Common;
using Microsoft.Data.Sqlite;
using Trials.Projections.Engine;
using Trials.Projections.Engine.Sqlite;

namespace Trials.Projections.Tests.Support.Stores;

/// <summary>Each place is a folder.</summary>
public sealed class SqliteStore : Store
{
    public override string NewPlace() => Directory.CreateTempSubdirectory("trials-readmodels-").FullName;

    public override ReadModelDatabase Open(string place) => new SqliteReadModels(FileIn(place));

    public override DbConnection Connect(string place)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FileIn(place), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    public override IReadOnlyList<string> LeftOver(string place)
    {
        using var connection = Connect(place);
        return Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%__next'");
    }

    public override void Remove(string place) => Directory.Delete(place, recursive: true);

    private static string FileIn(string place) => Path.Combine(place, ReadModelServices.FileName);
}
