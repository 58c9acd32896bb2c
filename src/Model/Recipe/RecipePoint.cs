namespace TwoDoors.Model.Recipe;

/// <summary>How far a recipe came since the start of the host; traces cite these names.</summary>
public enum RecipePoint
{
    /// <summary>Recovery did all of its steps.</summary>
    Recovered,

    /// <summary>A call of recovery failed that was not allowed to; the rest of it was left out.</summary>
    RecoveryFailed,

    /// <summary>An activity did all of its steps.</summary>
    Finished,

    /// <summary>A call of an activity failed that was not allowed to; the rest of it was left out.</summary>
    Failed,
}
