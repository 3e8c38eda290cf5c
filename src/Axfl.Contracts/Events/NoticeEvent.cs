namespace Axfl.Contracts;

/// <summary>Something that happened to a run and that people should know. Each kind is a type of its own, with its facts; a bare text is none.</summary>
public abstract record NoticeEvent : RunEvent
{
    /// <summary>How loud it is.</summary>
    public abstract NoticeLevel Level { get; }

    /// <summary>One sentence, or a few.</summary>
    public abstract string Message { get; }
}

/// <summary>How loud a notice is.</summary>
public enum NoticeLevel
{
    /// <summary>Detail, e.g. a blocked order.</summary>
    Verbose,

    /// <summary>Information, e.g. what was read.</summary>
    Information,

    /// <summary>Something to look at, e.g. a halt.</summary>
    Warning,
}
