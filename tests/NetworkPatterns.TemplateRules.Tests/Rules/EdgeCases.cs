using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.Edge;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class EdgeCases
{
    private const string ApiBehavior =
        """
        "AllowedMethods": ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"], "ViewerProtocolPolicy": "https-only", "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
          "OriginRequestPolicyId": "b689b0a8-53d0-40ab-baf2-68738e2966ac", "ResponseHeadersPolicyId": "=Headers", "TargetOriginId": "api"
        """;

    private const string FilesBehavior =
        """ "PathPattern": "/static/*", "AllowedMethods": ["GET", "HEAD"], "ViewerProtocolPolicy": "redirect-to-https", "ResponseHeadersPolicyId": "=Headers", "TargetOriginId": "site" """;

    private const string ApiServer = """{"Id": "api", "DomainName": "origin.example.com", "CustomOriginConfig": {"OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"]}}""";

    private const string Site = """{"Id": "site", "DomainName": "=Files.RegionalDomainName", "OriginAccessControlId": "=Control.Id", "S3OriginConfig": {"OriginAccessIdentity": ""}}""";

    private const string Certificate = """ "Aliases": ["www.example.com"], "ViewerCertificate": {"AcmCertificateArn": "=Certificate", "SslSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1.2_2021"} """;

    private const string Settings = """ "WebACLId": "=Acl.Arn", "HttpVersion": "http2and3", "IPV6Enabled": true, "Restrictions": {"GeoRestriction": {"RestrictionType": "whitelist", "Locations": ["NL"]}} """;

    private const string Log = """ "Logging": {"Bucket": "=Logs.RegionalDomainName"} """;

    private static readonly Fragment Door = Fragment.Of(
        """
        Door AWS::CloudFront::Distribution {"DistributionConfig": {CERTIFICATE, SETTINGS, LOG, "Origins": [SERVER, SITE],
          "DefaultCacheBehavior": {API}, "CacheBehaviors": [{FILES}]}}
        Acl AWS::WAFv2::WebACL {"Scope": "CLOUDFRONT"}
        Headers AWS::CloudFront::ResponseHeadersPolicy {"ResponseHeadersPolicyConfig": {"SecurityHeadersConfig": {"StrictTransportSecurity": {"AccessControlMaxAgeSec": 31536000},
          "ContentTypeOptions": {"Override": true}, "FrameOptions": {"FrameOption": "DENY"}, "ReferrerPolicy": {"ReferrerPolicy": "same-origin"}}}}
        Logs AWS::S3::Bucket {"OwnershipControls": {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}, "LifecycleConfiguration": {"Rules": [{"ExpirationInDays": 90}]}}
        Control AWS::CloudFront::OriginAccessControl {"OriginAccessControlConfig": {"SigningBehavior": "always", "SigningProtocol": "sigv4"}}
        Files AWS::S3::Bucket {}
        FilesPolicy AWS::S3::BucketPolicy {"Bucket": "=Files", "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Principal": {"Service": "cloudfront.amazonaws.com"},
          "Condition": {"StringEquals": {"AWS:SourceArn": {"Fn::Sub": "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Door}"}}}}]}}
        A AWS::Route53::RecordSet {"Name": "www.example.com.", "Type": "A", "AliasTarget": {"DNSName": "=Door.DomainName"}}
        Aaaa AWS::Route53::RecordSet {"Name": "www.example.com.", "Type": "AAAA", "AliasTarget": {"DNSName": "=Door.DomainName"}}
        Certificate AWS::CertificateManager::Certificate {"DomainName": "www.example.com", "ValidationMethod": "DNS", "DomainValidationOptions": [{"DomainName": "www.example.com", "HostedZoneId": "Z1"}]}
        Group AWS::CloudFront::KeyGroup {"KeyGroupConfig": {"Name": "group-0123456789", "Items": ["=Key"]}}
        Key AWS::CloudFront::PublicKey {"PublicKeyConfig": {"Name": "key-0123456789", "CallerReference": "Key0f71af820f", "EncodedKey": "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"}}
        Source AWS::Logs::DeliverySource {"LogType": "ACCESS_LOGS", "ResourceArn": {"Fn::Sub": ["arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Id}", {"Id": "=Door"}]}}
        Place AWS::Logs::DeliveryDestination {"DestinationResourceArn": "=Delivered.Arn"}
        Delivery AWS::Logs::Delivery {"DeliverySourceName": "=Source", "DeliveryDestinationArn": "=Place.Arn"} < DeliveredPolicy
        Delivered AWS::S3::Bucket {}
        DeliveredPolicy AWS::S3::BucketPolicy {"Bucket": "=Delivered", "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "s3:PutObject", "Principal": {"Service": "delivery.logs.amazonaws.com"},
          "Resource": [{"Fn::Join": ["", ["=Delivered.Arn", "/AWSLogs/", "=AWS::AccountId", "/*"]]}, {"Fn::Join": ["", ["=Delivered.Arn", "/AWSLogs/aws-account-id=", "=AWS::AccountId", "/*"]]}], "Condition": {"StringEquals": {"aws:SourceAccount": "=AWS::AccountId"}, "ArnLike": {"aws:SourceArn": "arn:*"}}}]}}
        Route AWS::CloudFront::Function {"AutoPublish": true, "FunctionCode": "function handler(event) { return event.request; }", "FunctionConfig": {"Runtime": "cloudfront-js-2.0"}}
        """
        .Replace("CERTIFICATE", Certificate, StringComparison.Ordinal)
        .Replace("SETTINGS", Settings, StringComparison.Ordinal)
        .Replace("LOG,", $"{Log},", StringComparison.Ordinal)
        .Replace("SERVER", ApiServer, StringComparison.Ordinal)
        .Replace("SITE", Site, StringComparison.Ordinal)
        .Replace("{API}", $"{{{ApiBehavior}}}", StringComparison.Ordinal)
        .Replace("{FILES}", $"{{{FilesBehavior}}}", StringComparison.Ordinal));

    private static readonly Fragment Named = Fragment.Of(
        """
        Function AWS::CloudFront::Function {"Name": "Dev-Door-Route-0123456789"}
        Headers AWS::CloudFront::ResponseHeadersPolicy {"ResponseHeadersPolicyConfig": {"Name": "Dev-Door-headers-0123456789"}}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        new(new DistributionCertificateRule(), [In("us-east-1")],
        [
            ("Door", In("eu-west-1")),
            ("Door", Door),
            ("Door", In("us-east-1", Door.With("""Certificate AWS::CertificateManager::Certificate {"DomainName": "www.example.com", "ValidationMethod": "EMAIL"}"""))),
            ("Door", In("us-east-1", Door.With("""Certificate AWS::CertificateManager::Certificate {"DomainName": "www.example.com", "SubjectAlternativeNames": ["example.com"], "ValidationMethod": "DNS", "DomainValidationOptions": [{"DomainName": "www.example.com", "HostedZoneId": "Z1"}]}"""))),
        ]),
        RuleCase.Of<CookieRoutingRule>(Routed(),
            ("Door", Routed("elsewhere")),
            ("Door", Routed().With(Routed().Lines["Route"].Replace("return event.request;", "", StringComparison.Ordinal))),
            ("Door", Routed().With("""Key AWS::CloudFront::CachePolicy {}""").With(Routed().Lines["Door"].Replace("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "658327ea-f89d-4fab-a63d-7e88639e58f6", StringComparison.Ordinal)))),
        RuleCase.Of<SignedBehaviorRule>(Signed(),
            ("Door", Signed("=Key")),
            ("Door", Signed(below: """, {"PathPattern": "/paid/new/*"}""")),
            ("Door", Signed(below: """, {"PathPattern": "/old/*", "TrustedSigners": ["self"]}""")),
            ("Door", Signed().With("""Group AWS::CloudFront::KeyGroup {"KeyGroupConfig": {"Items": []}}""")),
            ("Door", Signed().With(Door.Lines["Key"].Replace("MIIB", "MIIC", StringComparison.Ordinal)))),
        RuleCase.Of<EdgeNameRule>(Named,
            ("Function", Named.With("""Function AWS::CloudFront::Function {"Name": "route"}""")),
            ("Function", Named.With("""Function AWS::CloudFront::Function {}""")),
            ("Headers", Named.With($$$"""Headers AWS::CloudFront::ResponseHeadersPolicy {"ResponseHeadersPolicyConfig": {"Name": "{{{new string('x', 60)}}}-0123456789"}}""")),
            ("Other", Named.With("""Other AWS::CloudFront::Function {"Name": "Dev-Door-Route-0123456789"}"""))),
        RuleCase.Of<DistributionWebAclRule>(Door,
            ("Door", Door.With("""Acl AWS::WAFv2::WebACL {"Scope": "REGIONAL"}""")),
            ("Door", Changed("\"=Acl.Arn\"", "\"arn:any\"")),
            ("Door", Door.With("""Association AWS::WAFv2::WebACLAssociation {"ResourceArn": "=Door", "WebACLArn": "=Acl.Arn"}"""))),
        RuleCase.Of<ViewerCertificateRule>(Door,
            ("Door", Changed("TLSv1.2_2021", "TLSv1")),
            ("Door", Changed("sni-only", "vip")),
            ("Door", Changed("\"Aliases\": [\"www.example.com\"]", "\"Aliases\": []")),
            ("Door", Changed("\"Aliases\":", "\"Staging\": true, \"Aliases\":"))),
        RuleCase.Of<DistributionOriginRule>(Door,
            ("Door", Changed("\"OriginProtocolPolicy\": \"https-only\"", "\"OriginProtocolPolicy\": \"match-viewer\"")),
            ("Door", Changed("[\"TLSv1.2\"]", "[\"TLSv1\", \"TLSv1.2\"]")),
            ("Door", Changed("origin.example.com", "web.eu-west-1.elb.amazonaws.com")),
            ("Door", Changed("origin.example.com", "abc.execute-api.eu-west-1.amazonaws.com"))),
        RuleCase.Of<BucketOriginRule>(Door,
            ("Door", Door.With("""Control AWS::CloudFront::OriginAccessControl {"OriginAccessControlConfig": {"SigningBehavior": "no-override", "SigningProtocol": "sigv4"}}""")),
            ("Door", Changed("\"OriginAccessIdentity\": \"\"", "\"OriginAccessIdentity\": \"origin-access-identity/cloudfront/E1\"")),
            ("Door", Door.With("""Files AWS::S3::Bucket {"WebsiteConfiguration": {"IndexDocument": "index.html"}}""")),
            ("Door", Door.With("""FilesPolicy AWS::S3::BucketPolicy {"Bucket": "=Files", "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Principal": {"Service": "cloudfront.amazonaws.com"}}]}}"""))),
        RuleCase.Of<DistributionBehaviorRule>(Door,
            ("Door", Changed("\"ViewerProtocolPolicy\": \"https-only\"", "\"ViewerProtocolPolicy\": \"redirect-to-https\"")),
            ("Door", Changed("\"ViewerProtocolPolicy\": \"redirect-to-https\"", "\"ViewerProtocolPolicy\": \"allow-all\"")),
            ("Door", Changed("b689b0a8-53d0-40ab-baf2-68738e2966ac", "59781a5b-3903-41f3-afcb-af62929ccde1")),
            ("Door", Changed("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "658327ea-f89d-4fab-a63d-7e88639e58f6")),
            ("Door", Door.With("""Headers AWS::CloudFront::ResponseHeadersPolicy {"ResponseHeadersPolicyConfig": {"SecurityHeadersConfig": {"StrictTransportSecurity": {"AccessControlMaxAgeSec": 60}}}}"""))),
        RuleCase.Of<DistributionErrorRule>(Door,
            ("Door", Changed("\"Origins\":", "\"CustomErrorResponses\": [{\"ErrorCode\": 404}], \"Origins\":")),
            ("Door", Changed("\"Origins\":", "\"OriginGroups\": {\"Items\": [{\"Id\": \"api\"}]}, \"Origins\":"))),
        RuleCase.Of<DistributionLogRule>(Door,
            ("Door", Changed("\"=Logs.RegionalDomainName\"", "\"elsewhere\"")),
            ("Door", Door.With("""Logs AWS::S3::Bucket {"OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}, "LifecycleConfiguration": {"Rules": [{"ExpirationInDays": 90}]}}""")),
            ("Door", Door.With("""Logs AWS::S3::Bucket {"OwnershipControls": {"Rules": [{"ObjectOwnership": "ObjectWriter"}]}}""")),
            ("Door", Changed($"{Log},", ""))),
        RuleCase.Of<DistributionDeliveryRule>(Door,
            ("Door", Changed($"{Log},", "")),
            ("Door", Door.Without("Delivery")),
            ("Door", Door.With("""Delivery AWS::Logs::Delivery {"DeliverySourceName": "=Source", "DeliveryDestinationArn": "=Place.Arn"}""")),
            ("Door", Door.With(Door.Lines["DeliveredPolicy"].Replace("aws-account-id=", "", StringComparison.Ordinal))),
            ("Door", Door.With("""Place AWS::Logs::DeliveryDestination {}"""))),
        RuleCase.Of<DistributionSettingsRule>(Door,
            ("Door", Changed("http2and3", "http2")),
            ("Door", Changed("\"whitelist\"", "\"none\"")),
            ("Door", Door.With("""Policy AWS::CloudFront::ContinuousDeploymentPolicy {}""")),
            ("Door", Door.Without("Aaaa"))),
        RuleCase.Of<EdgeFunctionRule>(Door,
            ("Route", Door.With("""Route AWS::CloudFront::Function {"AutoPublish": true, "FunctionCode": "x", "FunctionConfig": {"Runtime": "cloudfront-js-1.0"}}""")),
            ("Route", Door.With("""Route AWS::CloudFront::Function {"FunctionCode": "x", "FunctionConfig": {"Runtime": "cloudfront-js-2.0"}}""")),
            ("Route", Door.With($$$"""Route AWS::CloudFront::Function {"AutoPublish": true, "FunctionCode": "{{{new string('x', 10_241)}}}", "FunctionConfig": {"Runtime": "cloudfront-js-2.0"}}"""))),
    ];

    // The distribution in a stack of a Region.
    private static TemplateSet In(string region, Fragment? door = null) => ((TemplateSet)(door ?? Door)).With(AssemblyManifest.Parse(
        "manifest.json", """{"artifacts": {"Stack": {"environment": "aws://unknown-account/REGION", "properties": {"templateFile": "Stack.template.json"}}}}""".Replace("REGION", region, StringComparison.Ordinal)));

    // The distribution with a behaviour that goes by a cookie.
    private static Fragment Routed(string origin = "site") =>
        Changed("\"TargetOriginId\": \"api\"", "\"TargetOriginId\": \"api\", \"FunctionAssociations\": [{\"FunctionARN\": \"=Route.FunctionARN\"}]")
            .With("""Route AWS::CloudFront::Function {"FunctionCode": "const routes = {'new':'ORIGIN'}; const cookie = event.request.cookies['app']; cf.selectRequestOriginById(routes[cookie.value]); return event.request;"}"""
                .Replace("ORIGIN", origin, StringComparison.Ordinal).Replace("'", "\\\"", StringComparison.Ordinal));

    // The distribution with a behaviour that asks for signatures.
    private static Fragment Signed(string group = "=Group", string below = "") =>
        Changed("\"CacheBehaviors\": [", $$$""" "CacheBehaviors": [{"PathPattern": "/paid/*", "TrustedKeyGroups": ["{{{group}}}"]}{{{below}}}, """);

    // The distribution with one of its texts replaced.
    private static Fragment Changed(string text, string other) => Door.With(Door.Lines["Door"].Replace(text, other, StringComparison.Ordinal));
}
