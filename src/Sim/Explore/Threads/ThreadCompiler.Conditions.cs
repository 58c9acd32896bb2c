namespace TwoDoors.Sim.Explore.Threads;

/// <content>Conditions, which stand outside of every thread.</content>
internal sealed partial class ThreadCompiler
{
    private bool onlyLooks;

    /// <summary>Compiles a condition on the shared variables.</summary>
    /// <exception cref="ProgramException">There is a mistake in the text.</exception>
    public static Condition Condition(ProgramNames names, string text)
    {
        ThreadCompiler compiler = new(names, text) { onlyLooks = true };
        int result = compiler.Value();
        if (compiler.Here.Kind != TokenKind.End)
            throw Wrong(compiler.Here, $"expected the end of the condition, found {compiler.Here.Shown}");
        return new Condition(text, compiler.code, compiler.registers.Count, result);
    }

    /// <summary>Throws when a condition would do more than look at shared variables.</summary>
    private void Look(Token at)
    {
        if (onlyLooks)
        {
            throw Wrong(at, at.Text is "cas" or "fetch_add"
                ? $"a condition changes nothing, so it has no {at.Text}"
                : $"there is no shared variable {at.Shown}{names.NearestVariable(at.Text)}");
        }
    }
}
