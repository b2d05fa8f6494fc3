using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates.Parsing;
using NetworkPatterns.Templates.Resolution;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Templates;

/// <summary>Puts an estate together: finds the templates, makes the stacks, nests them, then connects exports and SSM parameters.</summary>
internal sealed class EstateReader(EstateOptions options)
{
    private static readonly string[] TemplateExtensions = [".template.json", ".template.yaml", ".template.yml", ".template", ".json", ".yaml", ".yml"];

    private readonly ProblemList _problems = new();
    private readonly ProblemList _warnings = new();
    private readonly Estate _estate = new(options);
    private readonly List<ResolvedStack> _stacks = [];
    private readonly HashSet<string> _stackNames = new(StringComparer.Ordinal);

    /// <summary>A root stack to be: its template, who it is, and where the templates it nests are found.</summary>
    private sealed record Root(Template Template, StackIdentity Identity, Func<string, Template?> FindNested);

    public Estate Read(IEnumerable<EstateSource> sources)
    {
        var roots = new List<Root>();
        var loose = new List<TemplateSource>();
        foreach (var source in sources)
        {
            switch (source)
            {
                case TemplateSource template:
                    loose.Add(template);
                    break;
                case FolderSource { Files: var files } when files.FindLength(CloudAssemblyReader.Manifest) is not null:
                    roots.AddRange(ReadAssembly(files));
                    break;
                case FolderSource { Files: var files }:
                    loose.AddRange(FindTemplates(files));
                    break;
            }
        }

        roots.AddRange(ReadLoose(loose));
        if (roots.Count == 0 && _problems.IsEmpty)
        {
            _problems.Add(DiagnosticCatalogue.NoTemplates.At(
                "input", "no template was given", "give template files, or the output folder of cdk synth"));
        }

        foreach (var root in roots)
        {
            AddStack(root.Template, Unique(root.Identity), parent: null, root.FindNested, depth: 0);
        }

        Connect();
        return _estate;
    }

    // --- finding templates

    private IEnumerable<Root> ReadAssembly(ITemplateFiles files)
    {
        var templates = new Dictionary<string, Template?>(StringComparer.Ordinal);
        foreach (var entry in new CloudAssemblyReader(files, _problems).Read())
        {
            if (Load(entry.TemplateFile) is { } template)
            {
                yield return new Root(template, entry.Identity, name => Load(entry.Folder + name));
            }
            else if (files.FindLength(entry.TemplateFile) is null)
            {
                _problems.Add(DiagnosticCatalogue.BrokenAssembly.At(
                    files.Name, $"the template {entry.TemplateFile} of stack {entry.Identity.Name} is missing", "run cdk synth again"));
            }
        }

        Template? Load(string path)
        {
            if (!templates.TryGetValue(path, out var template))
            {
                template = files.FindLength(path) is { } length && IsSmallEnough(path, length)
                    && TemplateReader.TryRead(path, files.Read(path), _problems, out var read) ? read : null;
                templates[path] = template;
            }

            return template;
        }
    }

    // Of a folder without a manifest, whatever looks like a template; other JSON and YAML files may well lie beside.
    private IEnumerable<TemplateSource> FindTemplates(ITemplateFiles files)
    {
        var found = 0;
        foreach (var path in files.List().Where(path => TemplateExtensions.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase))))
        {
            if (files.FindLength(path) is not { } length || !IsSmallEnough(path, length))
            {
                continue;
            }

            var content = files.Read(path);
            var (root, problem) = TemplateReader.Parse(path, content);
            if (problem is not null || TemplateReader.IsTemplate(root))
            {
                found++;
                yield return new TemplateSource(path, content);
            }
        }

        if (found == 0 && _problems.IsEmpty)
        {
            _problems.Add(DiagnosticCatalogue.NoTemplates.At(
                files.Name,
                "the folder holds neither a manifest.json nor a template",
                "give the output folder of cdk synth, or a folder with CloudFormation templates"));
        }
    }

    private List<Root> ReadLoose(List<TemplateSource> sources)
    {
        var read = new List<(TemplateSource Source, Template Template)>();
        foreach (var source in sources)
        {
            if (IsSmallEnough(source.FileName, source.Content.Length)
                && TemplateReader.TryRead(source.FileName, source.Content, _problems, out var template))
            {
                read.Add((source, template));
            }
        }

        // A template that another one nests is deployed by that one, not by itself.
        var byFile = read.ToLookup(entry => FileName(entry.Source.FileName), entry => entry.Template, StringComparer.Ordinal);
        var nested = read
            .SelectMany(entry => NestedStacks.FileNames(entry.Template)
                .SelectMany(name => byFile[name])
                .Where(template => template != entry.Template))
            .ToHashSet();
        var roots = read.Where(entry => !nested.Contains(entry.Template)).ToList();
        if (roots.Count == 0 && read.Count > 0)
        {
            _problems.Add(DiagnosticCatalogue.CyclicReference.At(
                read[0].Source.FileName, "the templates nest each other in a cycle", "remove one of the nested stacks"));
        }

        return
        [
            .. roots.Select(entry => new Root(entry.Template, Identity(entry.Source), name => byFile[FileName(name)].FirstOrDefault())),
        ];
    }

    private bool IsSmallEnough(string fileName, long length)
    {
        if (length <= options.MaximumTemplateBytes)
        {
            return true;
        }

        _problems.Add(DiagnosticCatalogue.TemplateTooLarge.At(
            fileName,
            string.Create(CultureInfo.InvariantCulture, $"{length} bytes, and at most {options.MaximumTemplateBytes} are read"),
            "CloudFormation takes templates of up to 1 MB: split the stack"));
        return false;
    }

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static StackIdentity Identity(TemplateSource source)
    {
        var file = FileName(source.FileName);
        var extension = Array.Find(TemplateExtensions, end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase)) ?? "";
        var name = source.StackName ?? file[..^extension.Length];
        return new StackIdentity(name, name, source.Region, source.Account);
    }

    // --- making stacks

    // Stacks of one name are fine in different places; in one place, they can't both exist.
    private StackIdentity Unique(StackIdentity written)
    {
        var identity = written with { Region = written.Region ?? options.Region, Account = written.Account ?? options.Account };
        var rivals = _stacks.Where(stack => string.Equals(stack.StackName, identity.StackName, StringComparison.Ordinal)).ToList();
        if (rivals.Exists(stack => string.Equals(stack.Region, identity.Region, StringComparison.Ordinal)
            && string.Equals(stack.Account, identity.Account, StringComparison.Ordinal)))
        {
            _problems.Add(DiagnosticCatalogue.DuplicateStackName.At(
                identity.StackName,
                $"two stacks are named {identity.StackName} in {identity.Region ?? "one Region"}",
                "give the files different names, or pass only one of them"));
        }

        var name = identity.Name;
        for (var i = 2; !_stackNames.Add(name); i++)
        {
            var place = identity.Account is null ? identity.Region : $"{identity.Account}-{identity.Region}";
            name = i == 2 ? $"{identity.Name}@{place}" : string.Create(CultureInfo.InvariantCulture, $"{identity.Name}@{place}#{i - 1}");
        }

        return identity with { Name = name };
    }

    private void AddStack(Template template, StackIdentity identity, ResolvedResource? parent, Func<string, Template?> findNested, int depth)
    {
        if (_stacks.Count >= Limits.MostStacks || depth > Limits.DeepestStack)
        {
            _problems.Add(DiagnosticCatalogue.InputTooDeep.At(
                identity.Name,
                $"more than {Limits.MostStacks} stacks, or nested deeper than {Limits.DeepestStack}",
                "analyze fewer templates at a time"));
            return;
        }

        var stack = new ResolvedStack(_estate, template, identity, parent);
        _stacks.Add(stack);
        parent?.Stack.Nest(parent.LogicalId, stack);
        if (stack.Load() is { } failure)
        {
            _warnings.Add(DiagnosticCatalogue.UnexpandedMacro.At(stack.Name, failure, "give the values that the loop needs with --parameters"));
        }

        foreach (var resource in stack.Declared.Where(resource => NestedStacks.IsNestedStack(resource.Body.Type)))
        {
            AddNested(resource, findNested, depth);
        }
    }

    private void AddNested(ResolvedResource resource, Func<string, Template?> findNested, int depth)
    {
        var file = NestedStacks.FindFileName(resource.Body.Metadata, resource.Body.Properties);
        if (file is null || findNested(file) is not { } template)
        {
            _warnings.Add(DiagnosticCatalogue.MissingNestedTemplate.At(
                resource.ToString(), $"the nested stack's template {file ?? "(its URL is not known)"} is not given", "give that file too"));
            return;
        }

        for (var outer = resource.Stack; outer is not null; outer = outer.Parent?.Stack)
        {
            if (outer.Template == template)
            {
                _problems.Add(DiagnosticCatalogue.CyclicReference.At(
                    resource.ToString(), $"the template {template.FileName} nests itself", "remove the nested stack"));
                return;
            }
        }

        var name = $"{resource.Stack.Name}/{resource.LogicalId}";
        var identity = new StackIdentity(name, name.Replace('/', '-'), resource.Stack.Region, resource.Stack.Account);
        AddStack(template, identity, resource, findNested, depth + 1);
    }

    // --- connecting stacks

    private void Connect()
    {
        // Names of exports and SSM parameters are resolved before there is anything to import: forget what that left behind.
        _estate.SsmParameters = SsmParameters.Of(_stacks);
        _stacks.ForEach(stack => stack.Forget());
        _estate.Exports = Exports.Of(_stacks, _warnings);
        _stacks.ForEach(stack => stack.Forget());
        _estate.Stacks = [.. _stacks.Where(Exists)];
        foreach (var (problems, warnings) in _estate.Stacks.AsParallel().Select(TemplateCheck.Run))
        {
            _problems.AddRange(problems);
            _warnings.AddRange(warnings);
        }

        ReportUnusedParameters();
        _estate.Problems = _problems.ToSorted();
        _estate.Warnings = _warnings.ToSorted();
    }

    private static bool Exists(ResolvedStack stack)
    {
        for (var parent = stack.Parent; parent is not null; parent = parent.Stack.Parent)
        {
            if (Conditions.IsAbsent(parent, caller: null))
            {
                return false;
            }
        }

        return true;
    }

    private void ReportUnusedParameters()
    {
        foreach (var given in options.Parameters.Keys)
        {
            var slash = given.LastIndexOf('/');
            var name = given[(slash + 1)..];
            if (_stacks.Count > 0 && !_stacks.Exists(stack =>
                (slash < 0 ? stack.Parent is null : string.Equals(stack.Name, given[..slash], StringComparison.Ordinal))
                && stack.Template.Parameters.TryFind(name, out _)))
            {
                _problems.Add(DiagnosticCatalogue.UnusedParameter.At(
                    given, $"no template given declares a parameter '{given}'", "check the name; Stack/Name gives it to one stack only"));
            }
        }
    }
}
