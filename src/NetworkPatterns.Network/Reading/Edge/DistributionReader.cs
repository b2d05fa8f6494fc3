using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>CloudFront distributions: where they ask, and by what their origins know them.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-origin.html</remarks>
internal sealed class DistributionReader(ReadingContext context, EdgeTexts texts)
{
    private static readonly ResourceKind WebAclKind = ResourceKind.Of(WebAclReader.WebAclType);
    private static readonly ResourceKind AccessControlKind = ResourceKind.Of("AWS::CloudFront::OriginAccessControl");

    public IEnumerable<Distribution> Read() => context.OfType("AWS::CloudFront::Distribution").Select(Read);

    public static IEnumerable<OriginAccessControl> ReadAccessControls(ReadingContext context) =>
        from resource in context.OfType(AccessControlKind.Type)
        let view = context.View(resource)
        select new OriginAccessControl(context.Named(resource))
        {
            SignsAlways = view.Find("OriginAccessControlConfig") is { } config ? config.Is("SigningBehavior", "always", otherwise: false) : view.Unknown("its settings are not known"),
        };

    private Distribution Read(ResolvedResource resource)
    {
        var view = context.View(resource);
        var component = context.Named(resource);
        if (view.Find("DistributionConfig") is not { } config)
        {
            var unknown = view.Unknown("its settings are not known");
            return new(component) { WebAcl = unknown, MayHaveMoreOrigins = [unknown] };
        }

        var items = config.Items("Origins").ToList();
        return new(component)
        {
            WebAcl = config.Reference("WebACLId", WebAclKind),
            Origins = [.. items.Where(origin => origin is { Item: not null, Doubt: null }).Select(origin => Read(origin.Item!.Value))],
            MayHaveMoreOrigins = [.. items.Select(origin => origin.Doubt ?? (origin.Item is null ? view.Unknown("an origin is not known") : null)).OfType<UnknownValue>()],
        };
    }

    private DistributionOrigin Read(View origin) =>
        new(origin.Text("Id") is { IsKnown: true } name ? name.Value : "", texts.Read(origin, "DomainName") ?? origin.Unknown("an origin has no name"))
        {
            Headers = [.. origin.Items("OriginCustomHeaders").Select(header => Header(header.Item, header.Doubt, origin))],
            HasClientCertificate = CertificateOf(origin),
            IsInVpc = origin.Has("VpcOriginConfig"),
            AccessControl = origin.Text("OriginAccessControlId") is { IsKnown: true, Value: "" } ? null : origin.Reference("OriginAccessControlId", AccessControlKind),
        };

    private OriginHeader Header(View? header, UnknownValue? doubt, View origin) =>
        doubt is not null ? new(doubt, doubt)
        : header is not { } known ? new(origin.Unknown("a header is not known"), origin.Unknown("a header is not known"))
        : new(known.Text("HeaderName") ?? known.Unknown("a header has no name"), texts.Read(known, "HeaderValue") ?? known.Unknown("a header has no value"));

    private static Maybe<bool> CertificateOf(View origin) => origin.Inner("CustomOriginConfig") switch
    {
        null => false,
        { IsKnown: false } unknown => unknown.Unknown!,
        { } config => config.Value.Inner("OriginMtlsConfig") switch
        {
            null => false,
            { IsKnown: false } unknown => unknown.Unknown!,
            { } mutual => mutual.Value.Has("ClientCertificateArn"),
        },
    };
}
