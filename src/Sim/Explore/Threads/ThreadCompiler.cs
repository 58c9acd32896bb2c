namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Turns the text of one thread into instructions. Each mention of a shared variable is an event of its own,
/// in the order in which an expression is read from left to right; a name that is not shared is a register of the
/// thread, 0 at the start. The grammar is in docs/threads.md.</summary>
internal sealed partial class ThreadCompiler
{
    private readonly ProgramNames names;
    private readonly List<Token> tokens;
    private readonly List<Instruction> code = [];
    private readonly List<string> registers = [];
    private readonly List<Operation> blocks = [];
    private readonly List<List<int>> breaks = [];
    private readonly List<int> returns = [];
    private readonly List<int> free = [];
    private readonly List<int> inUse = [];
    private List<Operation>? block;
    private int position;

    private ThreadCompiler(ProgramNames names, string text)
    {
        this.names = names;
        tokens = new Lexer(text).ReadAll();
    }

    private Token Here => tokens[position];

    /// <summary>Compiles.</summary>
    /// <param name="names">What the names of the program mean.</param>
    /// <param name="name">The thread's name.</param>
    /// <param name="text">What it does.</param>
    /// <param name="startsAtOnce">False when another thread spawns it.</param>
    /// <exception cref="ProgramException">There is a mistake in the text.</exception>
    public static ThreadCode Compile(ProgramNames names, string name, string text, bool startsAtOnce)
    {
        ThreadCompiler compiler = new(names, text);
        compiler.Statements(untilBrace: false);
        foreach (int jump in compiler.returns)
            compiler.code[jump] = compiler.code[jump] with { A = compiler.code.Count };
        compiler.code.Add(new Instruction(OpCode.End));
        return new ThreadCode(name, compiler.code, compiler.registers, compiler.blocks, startsAtOnce);
    }

    private void Statements(bool untilBrace)
    {
        while (true)
        {
            if (Here.Kind == TokenKind.Separator)
            {
                position++;
                continue;
            }

            if (Here.Kind == TokenKind.End || (untilBrace && Is("}")))
                return;
            Statement();
            if (Here.Kind is not (TokenKind.Separator or TokenKind.End) && !Is("}"))
                throw Wrong(Here, $"expected the end of the statement, found {Here.Shown}");
            if (!untilBrace && Is("}"))
                throw Wrong(Here, "this } closes nothing");
        }
    }

    private void Block()
    {
        Expect("{");
        Statements(untilBrace: true);
        Expect("}");
    }

    private void Statement()
    {
        Token first = Take();
        if (first.Kind != TokenKind.Name)
            throw Wrong(first, $"expected a statement, found {first.Shown}");
        int nested = inUse.Count;
        switch (first.Text)
        {
            case "if":
                If();
                break;
            case "while":
                While();
                break;
            case "atomic":
                Atomic(first);
                break;
            case "lock" or "unlock":
                Event(first, first.Text == "lock" ? OpCode.Lock : OpCode.Unlock, Mutex());
                break;
            case "spawn" or "join":
                Other(first);
                break;
            case "assert":
                Assert(first);
                break;
            case "fail":
                Fail(Here.Kind == TokenKind.Text ? Take().Text : $"fail is reached in line {first.Line}");
                break;
            case "local":
                Emit(new Instruction(OpCode.Local));
                break;
            case "break":
                Break(first);
                break;
            case "return":
                returns.Add(Emit(new Instruction(OpCode.Jump)));
                break;
            case "cas" or "fetch_add" when Is("("):
                AtomicCall(first);
                break;
            default:
                Assignment(first);
                break;
        }

        Free(nested);
    }

    private void If()
    {
        int skip = JumpIfZero(Value());
        Block();
        if (!IsName("else"))
        {
            Land(skip);
            return;
        }

        position++;
        int end = Emit(new Instruction(OpCode.Jump));
        Land(skip);
        if (IsName("if"))
        {
            position++;
            If();
        }
        else
        {
            Block();
        }

        Land(end);
    }

    private void While()
    {
        int start = code.Count;
        int leave = JumpIfZero(Value());
        breaks.Add([]);
        Block();
        Emit(new Instruction(OpCode.Jump, start));
        Land(leave);
        foreach (int jump in breaks[^1])
            Land(jump);
        breaks.RemoveAt(breaks.Count - 1);
    }

    private void Atomic(Token at)
    {
        if (block is not null)
            throw Wrong(at, "an atomic block stands in another one");
        block = [];
        int begin = Emit(new Instruction(OpCode.Atomic, blocks.Count));
        Block();
        Emit(new Instruction(OpCode.AtomicEnd));
        code[begin] = code[begin] with { A = blocks.Count };
        blocks.Add(new Operation(-1, OperationKind.Block, [.. block.Distinct()]));
        block = null;
    }

    private void Assert(Token at)
    {
        int from = position;
        int value = Value();
        string says = string.Join(' ', tokens[from..position].Select(token => token.Text));
        int hold = Emit(new Instruction(OpCode.JumpUnlessZero, value));
        Fail(Here.Kind == TokenKind.Text ? Take().Text : $"assert {says} (line {at.Line})");
        code[hold] = code[hold] with { B = code.Count };
    }

    private void Fail(string says) => Emit(new Instruction(OpCode.Fail, names.TextNumber(says)));

    private void Break(Token at)
    {
        if (breaks.Count == 0)
            throw Wrong(at, "break stands in no while");
        breaks[^1].Add(Emit(new Instruction(OpCode.Jump)));
    }

    private void Other(Token verb)
    {
        if (block is not null)
            throw Wrong(verb, $"{verb.Text} cannot stand in an atomic block");
        Token name = Take();
        int thread = names.ThreadNumber(name.Text);
        if (thread < 0)
            throw Wrong(name, $"there is no thread {name.Shown}{names.NearestThread(name.Text)}");
        Emit(new Instruction(verb.Text == "spawn" ? OpCode.Spawn : OpCode.Join, thread));
    }

    private void Assignment(Token first)
    {
        SharedObject? shared = names.Variable(first.Text);
        int index = Index(ref shared);
        Token sign = Take();
        if (sign.Text is not ("=" or "+=" or "-="))
        {
            string hint = names.NearestStatement(first.Text);
            throw Wrong(shared is null && index < 0 ? first : sign,
                $"expected a statement such as x = 1, found {first.Shown} and then {sign.Shown}{hint}");
        }

        if (names.IsMutex(first.Text))
            throw Wrong(first, $"{first.Text} is a mutex: it can be locked and unlocked");
        int before = sign.Text == "=" ? -1 : Load(first, shared, index);
        int value = Value();
        if (before >= 0)
        {
            int result = Temporary();
            Emit(new Instruction(sign.Text == "+=" ? OpCode.Add : OpCode.Subtract, result, before, value));
            value = result;
        }

        if (shared is not null)
            Touch(new Instruction(OpCode.Write, value, shared.First, index, Length: shared.Initial.Count));
        else
            Emit(new Instruction(OpCode.Move, Named(first.Text), value));
    }
}
