using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>Listeners of load balancers: which headers they ask for before they hand a request on.</summary>
/// <remarks>
/// A value with a wildcard is no exact value.
/// <para>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html</para>
/// </remarks>
internal sealed class ListenerLockReader(ReadingContext context, EdgeTexts texts)
{
    private static readonly string[] Answers = ["fixed-response", "redirect"];

    public IEnumerable<ListenerForward> Read() =>
    [
        .. context.OfType("AWS::ElasticLoadBalancingV2::Listener").Where(listener => HandsOn(context.View(listener), "DefaultActions"))
            .Select(listener => new ListenerForward(context.Named(listener), LoadBalancerOf(listener)) { Doubt = context.DoubtOf(listener) }),
        .. context.OfType("AWS::ElasticLoadBalancingV2::ListenerRule").Where(rule => HandsOn(context.View(rule), "Actions")).Select(Rule),
    ];

    private ListenerForward Rule(ResolvedResource resource)
    {
        var view = context.View(resource);
        var doubt = context.DoubtOf(resource);
        var needs = ImmutableArray.CreateBuilder<(string, ImmutableArray<EdgeText>)>();
        foreach (var (item, unsure) in view.Items("Conditions"))
        {
            doubt ??= unsure;
            if (item?.Find("HttpHeaderConfig") is { } header && header.Text("HttpHeaderName") is { IsKnown: true } name)
            {
                var values = header["Values"] is ListValue list ? list.Select(value => texts.Read(header, value)).ToList() : [header.Unknown("its values are not known")];
                doubt ??= values.Select(value => value?.Unknown).OfType<UnknownValue>().FirstOrDefault();
                ImmutableArray<EdgeText> known = [.. values.Where(value => value is { IsKnown: true }).Select(value => value!.Value.Value)];
                if (!known.Any(value => value.Text.Contains('*', StringComparison.Ordinal) || value.Text.Contains('?', StringComparison.Ordinal)))
                {
                    needs.Add((name.Value, known));
                }
            }
        }

        var listener = Pointer.Of(resource["ListenerArn"]) is Pointer.Declared { Resource: { Type: "AWS::ElasticLoadBalancingV2::Listener" } declared } ? declared : null;
        return new(context.Named(resource), listener is null ? view.Unknown("its listener is not among the given templates") : LoadBalancerOf(listener))
        {
            Needs = needs.DrainToImmutable(),
            Doubt = doubt,
        };
    }

    private Maybe<ComponentId> LoadBalancerOf(ResolvedResource listener) =>
        context.View(listener).Reference("LoadBalancerArn", ResourceKind.LoadBalancer) ?? context.View(listener).Unknown("LoadBalancerArn is missing");

    private static bool HandsOn(View view, string actions) =>
        view.Items(actions).Any(action => action.Item?.Text("Type") is not { IsKnown: true } type || !IsAnswer(type.Value));

    private static bool IsAnswer(string type) => Answers.Contains(type, StringComparer.Ordinal) || type.StartsWith("authenticate-", StringComparison.Ordinal);
}
