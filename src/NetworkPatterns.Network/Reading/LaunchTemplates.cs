using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>What an instance is launched with: its own properties, and those of a launch template behind them.</summary>
internal sealed class LaunchTemplates(ReadingContext context)
{
    private readonly Lazy<Dictionary<ComponentId, ResolvedResource>> byId =
        new(() => context.OfType("AWS::EC2::LaunchTemplate", "AWS::AutoScaling::LaunchConfiguration").ToDictionary(context.IdOf));

    /// <summary>The data of the launch template that a property names; null where it names none.</summary>
    public Maybe<View>? Find(View view, string property)
    {
        if (view.Inner(property) is not { } specification)
        {
            return null;
        }

        return specification.IsKnown ? Data(specification.Value) : specification.Unknown!;
    }

    /// <summary>The data behind a specification with <c>LaunchTemplateId</c> or <c>LaunchTemplateName</c>.</summary>
    public Maybe<View> Data(View specification)
    {
        var id = specification.Reference("LaunchTemplateId", ResourceKind.LaunchTemplate) ?? Named(specification)
            ?? specification.Unknown("the launch template has neither ID nor name");
        if (!id.IsKnown)
        {
            return id.Unknown!;
        }

        if (!byId.Value.TryGetValue(id.Value, out var template))
        {
            return new UnknownValue(id.Value, "the launch template is not among the given templates");
        }

        // The template holds the newest version; an older one is not in it.
        return context.View(template).Inner("LaunchTemplateData") ?? context.View(template).Unknown("it has no LaunchTemplateData");
    }

    /// <summary>A launch configuration's properties.</summary>
    public Maybe<View>? Configuration(View view)
    {
        var id = view.Reference("LaunchConfigurationName", ResourceKind.LaunchConfiguration);
        return id is not { } known ? null
            : !known.IsKnown ? known.Unknown!
            : byId.Value.TryGetValue(known.Value, out var configuration) ? context.View(configuration)
            : new UnknownValue(known.Value, "the launch configuration is not among the given templates");
    }

    private Maybe<ComponentId>? Named(View specification)
    {
        if (specification.Text("LaunchTemplateName") is not { } name)
        {
            return null;
        }

        if (!name.IsKnown)
        {
            return specification.Reference("LaunchTemplateName", ResourceKind.LaunchTemplate);
        }

        var named = byId.Value.Values
            .FirstOrDefault(template => template["LaunchTemplateName"].AsText() is { IsKnown: true } written && written.Value == name.Value);
        return named is null ? specification.Unknown($"the launch template '{name.Value}' is not among the given templates") : context.IdOf(named);
    }
}
