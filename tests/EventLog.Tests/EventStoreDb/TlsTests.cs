using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Trials.Domain;
using Trials.EventLog.EventStoreDb;
using Trials.EventLog.Tests.EventStoreDb.Double;
using Trials.EventLog.Tests.Support;
using static Trials.EventLog.Tests.Support.LogReading;

namespace Trials.EventLog.Tests.EventStoreDb;

/// <summary>A certificate of one's own authority is trusted where the authority is named, and nowhere else.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly DataFolder folder = new();
    private readonly TestTime time = new();

    [Fact]
    public async Task With_its_authority_named_the_server_is_trusted()
    {
        using var authority = Authority("Ours");
        await using var server = await FakeServer.Start(certificate: Certificate(authority, IPAddress.Loopback));
        await using var log = Log(server, $"tlsCaFile={Pem(authority)}");
        var events = Chains.Next(Chains.NewStream());

        (await log.Add(events)).Should().BeOfType<AppendResult.Appended>();
        (await log.Stream(events[0].Stream)).ShouldBe(events);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Another_authority_and_another_hosts_certificate_are_not(bool isOurs, bool isItsOwnHost)
    {
        using var ours = Authority("Ours");
        using var other = Authority("Other");
        var certificate = Certificate(isOurs ? ours : other, isItsOwnHost ? IPAddress.Loopback : IPAddress.Parse("127.0.0.9"));
        await using var server = await FakeServer.Start(certificate: certificate);
        await using var log = Log(server, $"tlsCaFile={Pem(ours)}");

        await IsNotTrusted(log, server);
    }

    [Fact]
    public async Task Without_an_authority_named_the_machines_own_decide()
    {
        using var authority = Authority("Ours");
        await using var server = await FakeServer.Start(certificate: Certificate(authority, IPAddress.Loopback));
        await using var log = Log(server, "");

        await IsNotTrusted(log, server);
    }

    public void Dispose() => folder.Dispose();

    private static async Task IsNotTrusted(EventStoreDbLog log, FakeServer server)
    {
        var read = async () => await log.Head(Cancelled);
        await read.Should().ThrowAsync<LogUnreachableException>().WithMessage("*certificate is not trusted*");
        (await log.Add(Chains.Next(Chains.NewStream()))).Should().Be(new AppendResult.Failed(LogFailure.Unavailable));
        server.Script.Appends.Should().Be(0);
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150));
    }

    private static X509Certificate2 Certificate(X509Certificate2 authority, IPAddress host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(host);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150), Guid.NewGuid().ToByteArray());
        using var withKey = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    private string Pem(X509Certificate2 authority)
    {
        var path = folder.File($"{authority.Thumbprint}.crt");
        File.WriteAllText(path, authority.ExportCertificatePem());
        return path;
    }

    private EventStoreDbLog Log(FakeServer server, string parameters) =>
        new(EventStoreDbSettings.Parse($"esdb://{server.Address}?{parameters}"), time);
}
