namespace Axfl.Engine.State;

/// <summary>Marks what is no part of a fold's state: it is made anew from the plan, or stands beside it.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class)]
public sealed class NotStateAttribute : Attribute;
