namespace Axfl.Runtime;

/// <summary>Marks what is no part of a fold's state: it is made anew from the plan, or stands beside it.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Class)]
internal sealed class NotStateAttribute : Attribute;
