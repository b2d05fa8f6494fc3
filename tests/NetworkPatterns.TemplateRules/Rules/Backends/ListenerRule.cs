using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E27. Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html</summary>
public sealed class ListenerRule() : ResourceRule(
    "E27", "A listener for TLS or HTTPS has a security policy of TLS 1.2 and 1.3 and a certificate; one for HTTP only redirects.", LoadBalancerView.Listener)
{
    private static readonly string[] Families = ["ELBSecurityPolicy-TLS13-1-2", "ELBSecurityPolicy-TLS13-1-3"];

    protected override bool Applies(Resource listener) => listener["Protocol"].Text is "TLS" or "HTTPS" or "HTTP";

    protected override IEnumerable<string> Problems(Resource listener)
    {
        if (listener["Protocol"].Text == "HTTP")
        {
            foreach (var action in listener["DefaultActions"].Items.Where(action => action["Type"].Text != "redirect" || action["RedirectConfig"]["Protocol"].Text != "HTTPS"))
            {
                yield return $"answers without TLS by {action["Type"].Key}";
            }

            yield break;
        }

        if (listener["SslPolicy"].Text is not { } policy || !Families.Any(family => policy.StartsWith(family, StringComparison.Ordinal)))
        {
            yield return $"has the security policy {(listener["SslPolicy"].Exists ? listener["SslPolicy"].Key : "of 2016")}";
        }

        if (listener["Certificates"].Items.IsEmpty)
        {
            yield return "has no certificate";
        }
    }
}
