using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Trials.Domain;

namespace Trials.Web.Acting;

/// <summary>Who acts: in a request whom its cookie names, in a circuit whoever opened it.</summary>
public sealed class ActingSource(IHttpContextAccessor http, ActorDirectory directory) : IActorSource
{
    private const string IdClaim = "actor";
    private Actor? inCircuit;

    /// <inheritdoc/>
    public Actor? Current => inCircuit ?? (http.HttpContext is { } context ? Of(context.User) : null);

    /// <summary>Remembers a person in a request, from where circuits take them over. It is no proof of identity, and does not claim to be one.</summary>
    public static ClaimsPrincipal Principal(Actor actor) => new(new ClaimsIdentity([new Claim(IdClaim, actor.Id.Value.ToString("N"))]));

    private Actor? Of(ClaimsPrincipal user) =>
        user.FindFirst(IdClaim) is { } claim ? directory.Choose(claim.Value).Actor : null;

    /// <summary>Takes whoever opened the circuit over into it.</summary>
    public sealed class InCircuit(ActingSource source, AuthenticationStateProvider states) : CircuitHandler
    {
        /// <inheritdoc/>
        public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            var state = await states.GetAuthenticationStateAsync().ConfigureAwait(false);
            source.inCircuit = source.Of(state.User);
        }
    }
}
