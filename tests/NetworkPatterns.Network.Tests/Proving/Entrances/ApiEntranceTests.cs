using static NetworkPatterns.Network.Tests.Proving.Entrances.EntranceProof;

namespace NetworkPatterns.Network.Tests.Proving.Entrances;

/// <summary>The single entrance of an API under each lock: it holds, it fails at what was changed, and what is not known leaves it open.</summary>
public sealed class ApiEntranceTests
{
    private const string Secret = "'{{resolve:secretsmanager:gate/blue:SecretString:::}}'";
    private const string GateAction = "DefaultAction: { Block: {} }";

    public static TheoryData<string> Locks => [Doors.HeaderGate, Doors.KeyGate, Doors.DocumentedKeyGate, Doors.PolicyGate, Doors.OriginMtls];

    [Theory]
    [MemberData(nameof(Locks))]
    public void Prove_ALockedApi_Holds(string template) => Holds(template);

    [Fact]
    public void Prove_ThroughWhateverDistributionLeadsThere_Holds() =>
        Holds(Doors.HeaderGate.But("through: 'resource:Door'", "through: 'type:AWS::CloudFront::Distribution'"));

    // The distribution stands in templates that are not given: the secrets alone lock.
    [Fact]
    public void Prove_ThroughAnyDistribution_WithoutOne_NeedsGeneratedSecrets()
    {
        var alone = Doors.HeaderGate.But("through: 'resource:Door'", "through: 'type:AWS::CloudFront::Distribution'").But("DomainName: origin.example.com, OriginCustomHeaders", "DomainName: elsewhere.example.com, OriginCustomHeaders");

        Holds(alone);
        Fails(alone.But("!Sub '{{resolve:secretsmanager:${Blue}:SecretString:::}}'", "open-sesame"), "Gate");
    }

    [Fact]
    public void Prove_AnAliasOfTheDomain_IsFollowed()
    {
        var named = Doors.HeaderGate.But("DomainName: origin.example.com, OriginCustomHeaders", "DomainName: api.example.com, OriginCustomHeaders");

        Undecided(named, "'api' is, api.example.com, is not in the templates");
        Holds(named + "  Record: { Type: 'AWS::Route53::RecordSet', Properties: { Name: API.example.com., Type: A, AliasTarget: { DNSName: !GetAtt Domain.RegionalDomainName } } }\n");
        Holds(named + "  Record: { Type: 'AWS::Route53::RecordSet', Properties: { Name: api.example.com, Type: CNAME, ResourceRecords: [origin.example.com] } }\n");
    }

    // The same parameter is the same value, whatever it is.
    [Fact]
    public void Prove_AParameterAsTheSecret_HoldsOnBothSidesOnly()
    {
        var gate = Doors.HeaderGate.But("!Sub '{{resolve:secretsmanager:${Blue}:SecretString:::}}'", "!Ref Value");

        Undecided(gate, "Value");
        Holds(gate.But(Secret, "!Ref Value"));
    }

    [Theory]
    [InlineData("Action: { Allow: {} }, Statement: { ByteMatchStatement", "Action: { Block: {} }, Statement: { ByteMatchStatement", "Door")]
    [InlineData("HeaderName: X-Origin-Verify", "HeaderName: x-origin", "Door")]
    [InlineData(Secret, "'{{resolve:secretsmanager:gate/green:SecretString:AWSPREVIOUS::}}'", "Door")]
    [InlineData(GateAction, "DefaultAction: { Allow: {} }", "Gate")]
    [InlineData(GateAction, "DefaultAction: { Block: {}, Allow: {} }", "Gate")]
    [InlineData("PositionalConstraint: EXACTLY", "PositionalConstraint: CONTAINS", "Gate")]
    [InlineData("Scope: CLOUDFRONT", "Scope: REGIONAL", "Door")]
    [InlineData("stages/${Stage}", "stages/test", "Association")]
    public void Prove_HeaderGate_Changed_FailsThere(string text, string instead, string names) => Fails(Doors.HeaderGate.But(text, instead), names);

    // The gate stands before the stage, by whatever name it is called.
    [Fact]
    public void Prove_HeaderGate_WithTheGeneratedName_Holds() => Holds(Doors.HeaderGate.But("DisableExecuteApiEndpoint: true", "DisableExecuteApiEndpoint: false"));

    [Theory]
    [InlineData("WebACLArn: !GetAtt Gate.Arn", "WebACLArn: !Ref Acl", "Acl")]
    [InlineData("WebACLArn: !GetAtt Gate.Arn", "WebACLArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/other/1'", "are not among the given templates")]
    [InlineData("WebACLId: !GetAtt EdgeAcl.Arn", "WebACLId: !Ref Acl", "Acl")]
    [InlineData("Type: NONE", "Type: LOWERCASE", "transformations of text are not modelled")]
    [InlineData("${Blue}:SecretString:::", "other:SecretString:::", "resolved only at deployment")]
    [InlineData("Type: 'AWS::WAFv2::WebACLAssociation',", "Type: 'AWS::WAFv2::WebACLAssociation', Condition: Maybe,", "whether it is created is not known")]
    [InlineData("              Rules:\n", "              Rules:\n        - { Name: group, OverrideAction: { None: {} }, Statement: { RuleGroupReferenceStatement: { Arn: x } } }\n", "rule groups let through")]
    public void Prove_HeaderGate_WithSomethingUnknown_IsUndecided(string text, string instead, string reason) =>
        Undecided(Doors.HeaderGate.But(text.Replace("              Rules", "      Rules", StringComparison.Ordinal), instead.Replace("              Rules", "      Rules", StringComparison.Ordinal)), reason);

    [Theory]
    [InlineData("{ Name: geo, Action: { Allow: {} }, Statement: { AndStatement: { Statements: [{ GeoMatchStatement: { CountryCodes: [NL] } }, { SizeConstraintStatement: {} }] } } }", false)]
    [InlineData("{ Name: geo, Action: { Count: {} }, Statement: { GeoMatchStatement: { CountryCodes: [NL] } } }", true)]
    [InlineData("{ Name: core, OverrideAction: { None: {} }, Statement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet } } }", true)]
    [InlineData("{ Name: core, OverrideAction: { None: {} }, Statement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet, RuleActionOverrides: [{ Name: r, ActionToUse: { Allow: {} } }] } } }", false)]
    [InlineData("{ Name: both, Action: { Allow: {} }, Statement: { AndStatement: { Statements: [{ GeoMatchStatement: { CountryCodes: [NL] } }, { ByteMatchStatement: { FieldToMatch: { SingleHeader: { Name: x-origin-verify } }, PositionalConstraint: EXACTLY, SearchString: '{{resolve:secretsmanager:gate/green:SecretString:::}}', TextTransformations: [{ Type: NONE }] } }] } } }", true)]
    [InlineData("{ Name: either, Action: { Allow: {} }, Statement: { OrStatement: { Statements: [{ GeoMatchStatement: { CountryCodes: [NL] } }, { ByteMatchStatement: { FieldToMatch: { SingleHeader: { Name: x-origin-verify } }, PositionalConstraint: EXACTLY, SearchString: '{{resolve:secretsmanager:gate/green:SecretString:::}}', TextTransformations: [{ Type: NONE }] } }] } } }", false)]
    [InlineData("{ Name: coded, Action: { Allow: {} }, Statement: { ByteMatchStatement: { FieldToMatch: { SingleHeader: { Name: x-origin-verify } }, PositionalConstraint: EXACTLY, SearchStringBase64: b3Blbi1zZXNhbWU=, TextTransformations: [{ Type: NONE }] } } }", false)]
    public void Prove_HeaderGate_WithOneMoreRule(string rule, bool holds)
    {
        var more = Doors.HeaderGate.But("      Rules:\n", $"      Rules:\n        - {rule}\n");
        if (holds)
        {
            Holds(more);
        }
        else
        {
            Fails(more, "Gate");
        }
    }

    [Theory]
    [InlineData("HttpMethod: GET, ApiKeyRequired: true", "HttpMethod: GET, ApiKeyRequired: false", "Get")]
    [InlineData("Integration: { Type: MOCK }", "Integration: { Type: HTTP_PROXY }", "Preflight")]
    [InlineData("Name: orders,", "Name: orders, ApiKeySourceType: AUTHORIZER,", "Api")]
    [InlineData(", Value: !Sub '{{resolve:secretsmanager:${Blue}:SecretString:::}}' }", " }", "Key")]
    [InlineData(", Value: !Sub '{{resolve:secretsmanager:${Blue}:SecretString:::}}' }", ", Value: open-sesame }", "Key")]
    [InlineData("HeaderName: x-api-key", "HeaderName: x-key", "Door")]
    public void Prove_KeyGate_Changed_FailsThere(string text, string instead, string names) => Fails(Doors.KeyGate.But(text, instead), names);

    [Theory]
    [InlineData("HttpMethod: GET, ApiKeyRequired: true", "HttpMethod: GET, ApiKeyRequired: !Ref Flag", "Flag")]
    [InlineData("UsagePlanId: !Ref Plan", "UsagePlanId: !Ref Flag", "usage plan")]
    [InlineData("Name: orders,", "Name: orders, Body: { openapi: '3.0.1' },", "OpenAPI")]
    [InlineData("Name: orders,", "Name: orders, Body: { openapi: '3.0.1', paths: !Ref Value },", "OpenAPI")]
    [InlineData("Name: orders,", "Name: orders, BodyS3Location: { Bucket: b, Key: k },", "BodyS3Location")]
    public void Prove_KeyGate_WithSomethingUnknown_IsUndecided(string text, string instead, string reason) => Undecided(Doors.KeyGate.But(text, instead), reason);

    [Theory]
    [InlineData("security: [{ gate: [] }], ", "")]
    [InlineData("security: [{ gate: [] }], ", "security: [{ other: [] }], ")]
    [InlineData("name: x-api-key, in", "name: authorization, in")]
    [InlineData("type: mock", "type: http_proxy")]
    public void Prove_KeyGate_InADocument_FailsWhereAMethodAsksForNoKey(string text, string instead) => Fails(Doors.DocumentedKeyGate.But(text, instead), "Api");

    [Fact]
    public void Prove_KeyGate_InADocument_TakesTheRequirementOfAll() =>
        Holds(Doors.DocumentedKeyGate.But("security: [{ gate: [] }], ", "").But("openapi: 3.0.1, ", "openapi: 3.0.1, security: [{ gate: [] }], "));

    // A staging distribution gets some of the requests and asks elsewhere, or there too: then it needs the WebACL as well.
    [Fact]
    public void Prove_WithAStagingDistribution_NeedsTheWebAclOfBoth()
    {
        var both = Doors.HeaderGate.But("through: 'resource:Door'", "through: 'type:AWS::CloudFront::Distribution'");
        var staging = both + "  Staging: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { Staging: true, WebACLId: !GetAtt EdgeAcl.Arn, Origins: [{ Id: api, DomainName: origin.example.com, OriginCustomHeaders: [{ HeaderName: x-origin-verify, HeaderValue: '{{resolve:secretsmanager:gate/blue:SecretString:::}}' }] }] } } }\n";

        Holds(staging);
        Fails(staging.But("Staging: true, WebACLId: !GetAtt EdgeAcl.Arn,", "Staging: true,"), "Staging");
        Fails(staging.But("through: 'type:AWS::CloudFront::Distribution'", "through: 'resource:Door'"), "Staging");
        Holds(staging.But("Staging: true, WebACLId: !GetAtt EdgeAcl.Arn, Origins: [{ Id: api, DomainName: origin.example.com", "Staging: true, Origins: [{ Id: api, DomainName: elsewhere.example.com"));
    }

    [Fact]
    public void Prove_KeyGate_WithAnotherClientsKey_Fails() => Fails(
        Doors.KeyGate + """
              Partner: { Type: 'AWS::ApiGateway::ApiKey', Properties: { Enabled: true } }
              PartnerOfPlan: { Type: 'AWS::ApiGateway::UsagePlanKey', Properties: { KeyId: !Ref Partner, KeyType: API_KEY, UsagePlanId: !Ref Plan } }

            """,
        "Partner");

    [Theory]
    [InlineData("StringNotEquals", "StringNotLike", "Api")]
    [InlineData("'aws:Referer'", "'aws:UserAgent'", "Api")]
    [InlineData("Effect: Deny, Principal: '*', Action: 'execute-api:Invoke'", "Effect: Deny, Principal: { AWS: '111122223333' }, Action: 'execute-api:Invoke'", "Api")]
    [InlineData("Resource: 'execute-api:/*', Condition", "Resource: 'execute-api:/live/GET/orders', Condition", "Api")]
    [InlineData("Condition: { StringNotEquals", "Condition: { IpAddress: { 'aws:SourceIp': 0.0.0.0/0 }, StringNotEquals", "Api")]
    [InlineData("'aws:Referer': [", "'aws:Referer': [open-sesame, ", "Api")]
    [InlineData("HeaderName: Referer", "HeaderName: Referrer", "Door")]
    public void Prove_PolicyGate_Changed_FailsThere(string text, string instead, string names) => Fails(Doors.PolicyGate.But(text, instead), names);

    // What a policy allows beside a lock opens nothing: the lock's denial stands, or the WebACL.
    [Theory]
    [InlineData("{ Effect: Allow, Principal: { AWS: ['arn:aws:iam::111122223333:root'] }, Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }")]
    [InlineData("{ Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: { StringEqualsIfExists: { 'aws:PrincipalAccount': !Ref 'AWS::AccountId' } } }")]
    [InlineData("{ Effect: Deny, Principal: { AWS: ['arn:aws:iam::111122223333:root'] }, Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }")]
    public void Prove_ALock_WithStatementsOfTheUser_Holds(string statement)
    {
        Holds(Doors.PolicyGate.But("Policy: { Statement: [", $"Policy: {{ Statement: [{statement}, "));
        Holds(Doors.HeaderGate.But("DisableExecuteApiEndpoint: true", $"DisableExecuteApiEndpoint: true, Policy: {{ Statement: [{statement}] }}"));
    }

    [Theory]
    [InlineData(", MutualTlsAuthentication: { TruststoreUri: s3://trust/own.pem }", "", "Domain")]
    [InlineData("TruststoreUri: s3://trust/own.pem", "TruststoreUri: ''", "Domain")]
    [InlineData("DisableExecuteApiEndpoint: true", "DisableExecuteApiEndpoint: false", "Api")]
    [InlineData(", OriginMtlsConfig: { ClientCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1 }", "", "Door")]
    public void Prove_OriginMtls_Changed_FailsThere(string text, string instead, string names) => Fails(Doors.OriginMtls.But(text, instead), names);

    [Theory]
    [InlineData("DisableExecuteApiEndpoint: true", "DisableExecuteApiEndpoint: !Ref Flag", "Flag")]
    [InlineData("ApiId: !Ref Api, Stage: !Ref Stage", "ApiId: !Ref Api, Stage: !Ref Flag", "")]
    public void Prove_OriginMtls_WithSomethingUnknown(string text, string instead, string reason)
    {
        var changed = Doors.OriginMtls.But(text, instead);
        if (reason.Length > 0)
        {
            Undecided(changed, reason);
        }
        else
        {
            // Every stage behind the domain name is behind its truststore.
            Holds(changed);
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(", Policy: { Statement: [{ Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }, { Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: { StringNotEquals: { 'aws:SourceVpce': vpce-1 } } }] }", true)]
    [InlineData(", Policy: { Statement: [{ Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }] }", false)]
    public void Prove_APrivateApi_NeedsAPolicyForItsEndpoints(string policy, bool holds)
    {
        var template = Doors.HeaderGate.Without("Association").Without("Domain").Without("Mapping").But("resource:Door", "type:AWS::EC2::VPCEndpoint")
            .But("DisableExecuteApiEndpoint: true", $"EndpointConfiguration: {{ Types: [PRIVATE] }}{policy}");
        if (holds)
        {
            Holds(template);
        }
        else
        {
            Fails(template, "Api");
        }
    }
}
