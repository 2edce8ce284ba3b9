namespace Trials.Web.Imports.Xes;

/// <summary>One trace of an event log, as it stands there.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Attributes">Its own attributes, in order, nested ones left out.</param>
/// <param name="Events">Its events, in order.</param>
public sealed record XesTrace(int Line, IReadOnlyList<XesAttribute> Attributes, IReadOnlyList<XesEvent> Events);

/// <summary>One event of a trace.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Attributes">Its attributes, in order, nested ones left out.</param>
public sealed record XesEvent(int Line, IReadOnlyList<XesAttribute> Attributes);

/// <summary>An attribute.</summary>
/// <param name="Key">Without white space around it or around its colon.</param>
/// <param name="Value">As it stands there, trimmed, in NFC.</param>
public readonly record struct XesAttribute(string Key, string Value);
