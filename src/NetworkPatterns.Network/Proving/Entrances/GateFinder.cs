using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>The locks on a way to an API.</summary>
/// <remarks>
/// A list of CloudFront's addresses is none: every customer's distributions have them. Neither is a token of a user, which says who calls and not
/// from where.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html</para>
/// </remarks>
internal sealed class GateFinder(EdgeModel edge, Api api)
{
    private const string KeyHeader = "x-api-key";
    private const string RefererKey = "aws:Referer";
    private const string RefererHeader = "referer";

    private static readonly string[] EveryCall = ["execute-api:Invoke", "execute-api:*", "*"];
    private static readonly string[] EveryPath = ["execute-api:/*", "execute-api:/*/*", "execute-api:/*/*/*", "*"];

    /// <summary>Every lock that somebody put there, whether it holds or not.</summary>
    public IEnumerable<Gate> On(ApiWay way) => new[] { WebAcl(way.Stage), Policy(), ApiKeys(way.Stage), MutualTls(way.Domain), Authorizers() }.OfType<Gate>();

    private Gate? WebAcl(ApiStage? stage)
    {
        const string Name = "the WebACL of the stage";
        var own = edge.Associations.Where(association => !association.Api.IsKnown || association.Api.Value == api.Id).ToList();
        if (stage is null || own.Count == 0)
        {
            return null;
        }

        var here = own.Where(association => association.Api.IsKnown && association.Stage is { } name && stage.Is(name) == true).ToList();
        if (here.Count == 0)
        {
            var doubts = own.Where(association => !association.Api.IsKnown || association.Stage is null || stage.Is(association.Stage) is null).ToList();
            return new(Name)
            {
                Gaps = doubts.Count > 0 ? [] : [.. own.Select(association => new Hop(association.Component, $"it protects another stage than {stage.Id}"))],
                Unknowns = [.. doubts.Select(association => association.Api.Unknown ?? association.Stage?.Doubt ?? new UnknownValue(association.Id, "which stage it protects is not known"))],
            };
        }

        var id = here[0].WebAcl;
        return !id.IsKnown ? new(Name) { Unknowns = [id.Unknown!] }
            : edge.WebAcls.FirstOrDefault(found => found.Id == id.Value) is { } acl ? Of(acl, Name)
            : new(Name) { Unknowns = [new(here[0].Id, $"the rules of {id.Value.LogicalId} are not among the given templates")] };
    }

    private static Gate Of(WebAcl acl, string name)
    {
        var keys = ImmutableArray.CreateBuilder<GateKey>();
        var gaps = ImmutableArray.CreateBuilder<Hop>();
        var unknowns = ImmutableArray.CreateBuilder<UnknownValue>();
        if (!acl.BlocksByDefault.IsKnown)
        {
            unknowns.Add(acl.BlocksByDefault.Unknown!);
        }
        else if (!acl.BlocksByDefault.Value)
        {
            gaps.Add(new(acl.Component, "its default action lets requests through"));
        }

        foreach (var rule in acl.Rules)
        {
            if (!rule.LetsThrough.IsKnown)
            {
                unknowns.Add(rule.LetsThrough.Unknown!);
            }
            else if (rule.LetsThrough.Value)
            {
                var needs = Needs(rule.Requests, acl.Component, $"rule '{rule.Name}'");
                keys.AddRange(needs.Keys);
                gaps.AddRange(needs.Gaps);
                unknowns.AddRange(needs.Unknowns);
            }
        }

        return new(name) { Keys = keys.DrainToImmutable(), Gaps = gaps.DrainToImmutable(), Unknowns = unknowns.DrainToImmutable() };
    }

    // One part of a conjunction that needs a key is enough; of a disjunction all must.
    private static Gate Needs(WebAclStatement statement, Component acl, string rule)
    {
        switch (statement)
        {
            case WebAclStatement.HeaderIs header:
                return new(rule) { Keys = [new(header.Header, header.Value, acl, rule)] };
            case WebAclStatement.All all:
                var parts = all.Statements.Select(part => Needs(part, acl, rule)).ToList();
                return parts.Find(part => part.IsShut) ?? parts.Find(part => part.Gaps.IsEmpty) ?? parts.FirstOrDefault() ?? Nothing(acl, rule, "everything");
            case WebAclStatement.Any any:
                var choices = any.Statements.Select(part => Needs(part, acl, rule)).ToList();
                return new(rule)
                {
                    Keys = [.. choices.SelectMany(choice => choice.Keys)],
                    Gaps = [.. choices.SelectMany(choice => choice.Gaps)],
                    Unknowns = [.. choices.SelectMany(choice => choice.Unknowns)],
                };
            case WebAclStatement.Other other:
                return Nothing(acl, rule, other.What);
            case WebAclStatement.Open open:
                return new(rule) { Unknowns = [open.Unknown] };
            default:
                return Nothing(acl, rule, "other requests");
        }
    }

    private static Gate Nothing(Component acl, string rule, string what) => new(rule) { Gaps = [new(acl, $"{rule} lets through {what}")] };

    // A denial holds where the value equals none of its list.
    private Gate? Policy()
    {
        const string Name = "the resource policy";
        if (api.Policy is not { } written)
        {
            return null;
        }

        if (!written.IsKnown)
        {
            return new(Name) { Unknowns = [written.Unknown!] };
        }

        var denials = written.Value.Statements.Where(statement => !statement.Allows).ToList();
        var shut = denials.Find(statement => statement.Doubt is null && statement.IsAboutEverybody
            && statement.Actions.Any(action => EveryCall.Contains(action.Text, StringComparer.OrdinalIgnoreCase))
            && statement.Resources.Any(resource => EveryPath.Contains(resource.Text, StringComparer.Ordinal))
            && statement.Conditions is [{ Values.IsEmpty: false } only] && only.Is("StringNotEquals", RefererKey));
        return shut is not null
            ? new(Name) { Keys = [.. shut.Conditions[0].Values.Select(value => new GateKey(RefererHeader, value, api.Component, "its policy"))] }
            : denials.Select(statement => statement.Doubt).OfType<UnknownValue>().FirstOrDefault() is { } doubt ? new(Name) { Unknowns = [doubt] }
            : new(Name) { Gaps = [new(api.Component, "its policy denies nobody for want of a secret Referer")] };
    }

    private Gate? ApiKeys(ApiStage? stage)
    {
        const string Name = "the API key";
        if (stage is null)
        {
            return null;
        }

        var asked = api.Methods.Where(method => !method.IsPreflight).ToList();
        var granted = edge.KeyGrants.Where(grant => (!grant.Api.IsKnown || grant.Api.Value == api.Id) && (!grant.Stage.IsKnown || stage.Is(grant.Stage.Value) != false)).ToList();
        return granted.Count == 0 && asked.TrueForAll(method => method.NeedsKey is { IsKnown: true, Value: false }) ? null : new(Name)
        {
            Keys = [.. granted.Where(grant => grant.Value is { IsKnown: true }).Select(grant => new GateKey(KeyHeader, grant.Value!.Value.Value, grant.Component, ""))],
            Gaps =
            [
                .. asked.Where(method => method.NeedsKey is { IsKnown: true, Value: false }).Select(method => new Hop(method.Component, $"{(method.Operation.Length == 0 ? "it" : method.Operation)} asks for no API key")),
                .. granted.Where(grant => grant.Value is null).Select(grant => new Hop(grant.Component, "it is good for the stage, and somebody else has it")),
                .. api.TakesKeysFromHeader is { IsKnown: true, Value: false } ? [new Hop(api.Component, "an authorizer chooses the API key, not the header")] : ImmutableArray<Hop>.Empty,
            ],
            Unknowns =
            [
                .. asked.Select(method => method.NeedsKey.Unknown).OfType<UnknownValue>(),
                .. granted.SelectMany(grant => new[] { grant.Api.Unknown, grant.Stage.Unknown, grant.Value?.Unknown }).OfType<UnknownValue>(),
                .. api.MayHaveMoreMethods,
                .. api.TakesKeysFromHeader.IsKnown ? [] : new[] { api.TakesKeysFromHeader.Unknown! },
            ],
        };
    }

    private static Gate? MutualTls(ApiDomain? domain) => domain?.HasMutualTls switch
    {
        null or { IsKnown: true, Value: false } => null,
        { IsKnown: false } unknown => new("the truststore of the domain name") { Unknowns = [unknown.Unknown!] },
        _ => new("the truststore of the domain name") { Keys = [new(Header: null, Value: null, domain.Component, "")] },
    };

    // A WebSocket API whose connections no function is asked about lets everybody in.
    private Gate? Authorizers()
    {
        var entries = api.Methods.Where(method => method.LetsIn is not { IsKnown: true, Value: false }).ToList();
        var authorizers = entries.Select(method => method.Authorizer).OfType<RequestAuthorizer>().DistinctBy(authorizer => authorizer.Id).ToList();
        return authorizers.Count == 0 && api.Kind != ApiKind.WebSocket ? null : new("the function that is asked")
        {
            Keys = [.. authorizers.Where(authorizer => authorizer.Check.IsKnown).SelectMany(authorizer => KeysOf(authorizer.Check.Value))],
            Gaps =
            [
                .. entries.Where(method => method.Authorizer is null && method.LetsIn.IsKnown).Select(method => new Hop(method.Component, "no function decides who may call it")),
                .. authorizers.Where(authorizer => authorizer.RestsOnHeader is { IsKnown: true, Value: false }).Select(authorizer => new Hop(authorizer.Component, "it remembers answers by something else than the secret header")),
                .. entries.Count == 0 && api.MayHaveMoreMethods.IsEmpty ? [new Hop(api.Component, "it has no route that asks who may connect")] : ImmutableArray<Hop>.Empty,
            ],
            Unknowns =
            [
                .. entries.Select(method => method.LetsIn.Unknown).OfType<UnknownValue>(),
                .. authorizers.SelectMany(authorizer => new[] { authorizer.Check.Unknown, authorizer.RestsOnHeader.Unknown }).OfType<UnknownValue>(),
                .. api.MayHaveMoreMethods,
            ],
        };
    }

    private static IEnumerable<GateKey> KeysOf(SecretCheck check) =>
        check.Secrets.Select(secret => new GateKey(check.Header, secret, check.Function, ""));
}
