using System.Text;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Everything that an API is made of, as a digest: a deployment with it in its id is a new one when anything changes, and only then.</summary>
internal static class ApiPicture
{
    /// <summary>The digest of what the blueprint holds so far.</summary>
    /// <param name="builder">The blueprint.</param>
    /// <param name="path">The construct path of the API.</param>
    /// <param name="inputs">The tokens in it.</param>
    /// <param name="describe">What a token stands for, the same text in every run.</param>
    /// <param name="integrations">The integrations, for their fingerprints.</param>
    public static string DigestOf(BlueprintBuilder builder, string path, TokenInputs inputs, Func<object, string> describe, IEnumerable<ApiIntegration> integrations)
    {
        var picture = new StringBuilder(Encoding.UTF8.GetString(BlueprintRenderer.Render(builder.Build(path)).Span));
        foreach (var (name, token) in inputs.Supplied.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            picture.Append('\n').Append(name).Append('=').Append(describe(token));
        }

        foreach (var integration in integrations)
        {
            picture.Append('\n').Append(integration.Fingerprint);
        }

        return UniqueName.Digest(picture.ToString());
    }
}
