using System.Collections.Immutable;
using System.Text.Json;

namespace NetworkPatterns.Constructs.Edge.Distributions.Functions;

/// <summary>The step that makes requests alike.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html</remarks>
internal static class NormalizationStep
{
    private static readonly ImmutableArray<string> ReadOnly = ["content-length", "host", "transfer-encoding", "via"];

    public static EdgeFunctionStep Of(EdgeNormalization normalization) => new(string.Join('\n', (string[])
    [
        "const request = event.request;",
        .. normalization.DroppedHeaders.IsEmpty ? Array.Empty<string>() : [Headers(normalization.DroppedHeaders)],
        .. normalization.DroppedArguments.IsEmpty ? Array.Empty<string>() : [Arguments(normalization.DroppedArguments)],
        .. normalization.Languages.IsEmpty ? Array.Empty<string>() : [Languages(normalization.Languages)],
        "return request;",
    ]))
    {
        Fault = FaultOf(normalization),
    };

    private static string? FaultOf(EdgeNormalization normalization)
    {
        if (normalization.Languages.IsEmpty && normalization.DroppedHeaders.IsEmpty && normalization.DroppedArguments.IsEmpty)
        {
            return "there is nothing to normalize: name languages, headers or arguments";
        }

        if (normalization.DroppedHeaders.FirstOrDefault(header => ReadOnly.Contains(header.ToLowerInvariant(), StringComparer.Ordinal)) is { } header)
        {
            return $"CloudFront lets no function drop the header '{header}'";
        }

        return normalization.Languages.FirstOrDefault(language => language.Length == 0 || language.Any(character => !char.IsAsciiLetterOrDigit(character) && character != '-')) is { } language
            ? $"'{language}' is not a language: write it like en or nl-BE"
            : null;
    }

    private static string Headers(ImmutableArray<string> names) => $$"""
        {{Json(names.Select(name => name.ToLowerInvariant()))}}.forEach(name => {
          delete request.headers[name];
        });
        """;

    private static string Arguments(ImmutableArray<string> names) => $$"""
        const dropped = {{Json(names)}};
        Object.keys(request.querystring).forEach(name => {
          if (dropped.some(pattern => pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)) {
            delete request.querystring[name];
          }
        });
        """;

    private static string Languages(ImmutableArray<string> names) => $$"""
        const languages = {{Json(names.Select(name => name.ToLowerInvariant()))}};
        const wanted = request.headers['accept-language'];
        let best = languages[0];
        let weight = 0;
        (wanted ? wanted.value : '').toLowerCase().split(',').forEach(choice => {
          const pieces = choice.trim().split(';');
          const given = pieces.length > 1 && pieces[1].trim().startsWith('q=') ? Number(pieces[1].trim().slice(2)) : 1;
          const found = languages.find(language => pieces[0].trim() === language || pieces[0].trim().startsWith(language + '-'));
          if (found && given > weight) {
            best = found;
            weight = given;
          }
        });
        request.headers['accept-language'] = { value: best };
        """;

    private static string Json(IEnumerable<string> names) => JsonSerializer.Serialize(names);
}
