using System.Text;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates.Values;
using TemplateUnknown = NetworkPatterns.Templates.Values.UnknownValue;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>Reads text that a service compares, so that what is the same after deployment is the same here.</summary>
/// <remarks>
/// A secret of another Region is the same secret where its name is: replicas have it.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html</para>
/// </remarks>
internal sealed class EdgeTexts(ReadingContext context)
{
    private const string Dynamic = "{{resolve:";
    private const string Secret = "{{resolve:secretsmanager:";
    private const string SecretType = "AWS::SecretsManager::Secret";

    private readonly HashSet<string> generated =
    [
        .. from secret in context.OfType(SecretType)
           where secret["GenerateSecretString"] is MapValue && context.DoubtOf(secret) is null
           select secret.Text("Name").TryGet(out var name) ? name : $"${{{secret}}}",
    ];

    public Maybe<EdgeText>? Read(View view, string name) => Read(view, view[name]);

    public Maybe<EdgeText>? Read(View view, ResolvedValue value)
    {
        if (value is NoValue)
        {
            return null;
        }

        var text = new StringBuilder();
        var resources = new HashSet<ComponentId>();
        UnknownValue? doubt = null;
        foreach (var part in value is CompositeValue composite ? composite.Parts : [value])
        {
            if (part.AsText().TryGet(out var known))
            {
                text.Append(known);
            }
            else if (part is ReferenceValue reference)
            {
                text.Append(NameOf(reference));
                resources.Add(context.IdOf(reference.Resource));
            }
            else if (part is TemplateUnknown { Key: { } key } unknown)
            {
                var isDynamic = key.StartsWith(Dynamic, StringComparison.Ordinal);
                text.Append(isDynamic ? key : $"${{{key}}}");

                // What AWS fills in is the same wherever it stands.
                doubt ??= isDynamic || key.Contains("/AWS::", StringComparison.Ordinal) ? null : view.Unknown(unknown);
            }
            else
            {
                return part.AsText().Unknown is { } why ? view.Unknown(why) : view.Unknown(value, "it can't be read");
            }
        }

        var whole = text.ToString();
        var isGenerated = IsGenerated(whole);
        return new EdgeText(whole)
        {
            Resource = resources.Count == 1 ? resources.Single() : null,
            IsGenerated = isGenerated,
            Doubt = doubt ?? (whole.Contains(Dynamic, StringComparison.Ordinal) && !isGenerated ? view.Unknown($"{whole} is resolved only at deployment") : null),
        };
    }

    /// <summary>The text of the secret that a value names, by its name or ARN: as deployment would resolve it.</summary>
    public Maybe<EdgeText> SecretOf(View view, ResolvedValue value)
    {
        if (value is ReferenceValue { IsIdentity: true, Resource: { Type: SecretType } secret } && Read(context.View(secret), "SecretString") is { } written)
        {
            return written;
        }

        if (Read(view, value) is not { } name)
        {
            return view.Unknown("it names no secret");
        }

        if (!name.IsKnown)
        {
            return name;
        }

        var whole = $"{Secret}{name.Value.Text}:SecretString:::}}}}";
        var isGenerated = IsGenerated(whole);
        return name.Value with
        {
            Text = whole,
            IsGenerated = isGenerated,
            Doubt = name.Value.Doubt ?? (isGenerated ? null : view.Unknown($"{whole} is resolved only at deployment")),
        };
    }

    private bool IsGenerated(string text)
    {
        if (!text.StartsWith(Secret, StringComparison.Ordinal) || !text.EndsWith("}}", StringComparison.Ordinal) || text.IndexOf("}}", StringComparison.Ordinal) != text.Length - 2)
        {
            return false;
        }

        var rest = text[Secret.Length..^2];
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        return generated.Contains(colon < 0 ? rest : rest[..colon]);
    }

    private static string NameOf(ReferenceValue reference) =>
        reference.Resource.Type == SecretType && reference.IsIdentity && reference.Resource.Text("Name").TryGet(out var name) ? name : $"${{{reference}}}";
}
