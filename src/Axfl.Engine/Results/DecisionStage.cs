namespace Axfl.Engine.Results;

/// <summary>Stage of a decision.</summary>
public enum DecisionStage
{
    /// <summary>The order was placed.</summary>
    Place,

    /// <summary>It would fill.</summary>
    Fill,

    /// <summary>It was cancelled.</summary>
    Cancel,
}
