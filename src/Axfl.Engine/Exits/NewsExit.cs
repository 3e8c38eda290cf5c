namespace Axfl.Engine.Exits;

/// <summary>Closes a position before news that covers its symbol.</summary>
internal sealed class NewsExit() : FlatExit("news", "NEWS", static m => m.NewsFlat);
