namespace TwoDoors.Model.Automount;

/// <summary>Whose a real directory is.</summary>
/// <param name="UserId">uid.</param>
/// <param name="GroupId">gid.</param>
public readonly record struct Owner(int UserId, int GroupId);
