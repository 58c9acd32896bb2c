using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>Reads a list of steps. Each is one word with its keys; a block has its other parts beside the
/// word.</summary>
internal sealed class StepReader(StepScope scope)
{
    private static readonly string[] Blocks = ["if-exists", "if-holds", "while-exists", "for-each", "deliver", "ack"];

    private static readonly string[] Words = [.. CallReader.Words.Select(word => word.Name), .. Blocks];

    /// <summary>Reads the value of a key that holds steps.</summary>
    public List<Step> ReadAll(string key, Node node)
    {
        if (node is not Sequence list)
            throw new ScenarioException(node.At, $"'{key}': expected a list of steps, found {node.Kind}");
        List<Step> steps = [];
        foreach (Node item in list.Items)
        {
            Position at = item.At;
            steps.Add(Read(item) with
            {
                Place = at.Line > 0 ? new SourcePlace(at.File, at.Line, at.Column) : null,
            });
        }

        return steps;
    }

    private Step Read(Node item)
    {
        if (item is not Mapping { Entries.Count: > 0 } mapping)
        {
            string hint = item is Scalar word ? Nearest.Hint(word.Text, Words) : $", found {item.Kind}";
            throw new ScenarioException(item.At, $"expected a step with its keys{hint}");
        }

        Entry first = mapping.Entries[0];
        StepWord? call = CallReader.Words.FirstOrDefault(word => word.Name == first.Key);
        if (call is not null)
            return ReadCall(mapping, call);
        if (!Blocks.Contains(first.Key))
            throw new ScenarioException(first.At, $"unknown step '{first.Key}'{Nearest.Hint(first.Key, Words)}");
        Fields block = new(mapping);
        Step step = first.Key switch
        {
            "if-exists" => IfExists(block),
            "if-holds" => IfHolds(block),
            "while-exists" => new WhileExistsStep(
                CallReader.Path(block, scope, "while-exists"), Below(block, "do")),
            "for-each" => ForEach(block),
            "deliver" => Deliver(block),
            _ => new AckStep(Promises(first)),
        };
        block.Has(first.Key);
        block.Finish();
        return step;
    }

    private Step ReadCall(Mapping mapping, StepWord word)
    {
        if (mapping.Entries.Count > 1)
        {
            Entry second = mapping.Entries[1];
            throw new ScenarioException(
                second.At,
                $"'{second.Key}' stands beside '{word.Name}'; expected {word.Name}: {{ {second.Key}: ... }}");
        }

        Node value = mapping.Entries[0].Value;
        Mapping keys = value switch
        {
            Mapping given => given,
            Scalar { IsEmpty: false } bare => new Mapping(value.At, [new Entry(value.At, word.MainKey, bare)]),
            _ => throw new ScenarioException(value.At, $"'{word.Name}': expected its keys, found {value.Kind}"),
        };
        Fields call = new(keys, $"{word.Name}.");
        Step step = word.Read(call, scope) with
        {
            Allowed = CallReader.Allowed(call),
            Required = CallReader.Required(call),
        };
        call.Finish();
        return step;
    }

    private IfStep IfExists(Fields block) => If(CallReader.Path(block, scope, "if-exists"), null, block);

    private IfStep IfHolds(Fields block)
    {
        Fields question = block.Section("if-holds");
        byte[] text = TextValue.Read("if-holds.text", question.Node("text", "what it should hold"));
        return If(CallReader.Path(question, scope, "path"), text, block);
    }

    private IfStep If(PathTemplate path, byte[]? text, Fields block)
    {
        if (!block.Has("then") && !block.Has("else"))
            block.Node("then", "a list of steps");
        return new IfStep(path, text, Below(block, "then"), Below(block, "else"));
    }

    private ForEachStep ForEach(Fields block)
    {
        PathTemplate directory = CallReader.Path(block, scope, "for-each");
        string variable = scope.Bind("as", block.Scalar("as"));
        block.Node("do", "a list of steps");
        return new ForEachStep(directory, variable, Below(block, "do"));
    }

    private DeliverStep Deliver(Fields block) =>
        new(CallReader.Path(block, scope, "deliver"), Below(block, "settle"));

    private List<Step> Below(Fields block, string key) =>
        block.NodeOrNull(key) is { } node ? scope.Branch(() => ReadAll(key, node)) : [];

    private List<Promise> Promises(Entry ack)
    {
        if (ack.Value is not Mapping mapping || mapping.Entries.Count == 0 || !mapping.Entries[0].Key.StartsWith('/'))
        {
            FilePath only = scope.AckTarget(ack.Value.At);
            return [scope.Promise(ack.Value.At, only, TextValue.ReadOrAbsent("ack", ack.Value))];
        }

        List<Promise> promises = [];
        foreach (Entry entry in mapping.Entries)
        {
            Scalar path = new(entry.At, entry.Key, Plain: true);
            PathTemplate template = scope.Path("ack", path);
            if (template.Variables.Count > 0)
                throw new ScenarioException(entry.At, "'ack': a promise is about a path without variables");
            promises.Add(scope.Promise(entry.At, template.Text, TextValue.ReadOrAbsent("ack", entry.Value)));
        }

        return promises;
    }
}
