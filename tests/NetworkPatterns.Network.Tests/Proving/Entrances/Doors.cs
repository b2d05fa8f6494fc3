using System.Text.Json;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Tests.Proving.Entrances;

/// <summary>Small templates of APIs and buckets behind a distribution, to be changed line by line.</summary>
internal static class Doors
{
    private const string Common = """
        Parameters: { Value: { Type: String }, Acl: { Type: String }, Flag: { Type: String } }
        Conditions: { Maybe: !Equals [!Ref Flag, yes] }
        Resources:
          Blue: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: gate/blue, GenerateSecretString: { PasswordLength: 64 } } }
          Green: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: gate/green, GenerateSecretString: { PasswordLength: 64 } } }
          EdgeAcl: { Type: 'AWS::WAFv2::WebACL', Properties: { Scope: CLOUDFRONT, DefaultAction: { Allow: {} } } }
          Door:
            Type: AWS::CloudFront::Distribution
            Properties:
              DistributionConfig:
                WebACLId: !GetAtt EdgeAcl.Arn
                Origins: [*ORIGIN*]
            Metadata: { 'NetworkPatterns::Guarantees': { version: 1, network: N, guarantees: [{ kind: single-entrance, from: internet, to: 'resource:*TO*', through: 'resource:Door' }] } }

        """;

    private const string RestApi = """
          Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: orders, DisableExecuteApiEndpoint: true } }
          Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: !Ref Api, StageName: live } }
          Domain: { Type: 'AWS::ApiGateway::DomainName', Properties: { DomainName: origin.example.com } }
          Mapping: { Type: 'AWS::ApiGateway::BasePathMapping', Properties: { DomainName: !Ref Domain, RestApiId: !Ref Api, Stage: live } }

        """;

    /// <summary>A REST API whose stage has a WebACL that asks for a secret header.</summary>
    public static string HeaderGate { get; } = Of("Api", """{ Id: api, DomainName: origin.example.com, OriginCustomHeaders: [{ HeaderName: X-Origin-Verify, HeaderValue: '{{resolve:secretsmanager:gate/blue:SecretString:::}}' }] }""") + RestApi + """
          Gate:
            Type: AWS::WAFv2::WebACL
            Properties:
              Scope: REGIONAL
              DefaultAction: { Block: {} }
              Rules:
                - { Name: blue, Action: { Allow: {} }, Statement: { ByteMatchStatement: { FieldToMatch: { SingleHeader: { Name: x-origin-verify } }, PositionalConstraint: EXACTLY, SearchString: !Sub '{{resolve:secretsmanager:${Blue}:SecretString:::}}', TextTransformations: [{ Type: NONE }] } } }
                - { Name: green, Action: { Allow: {} }, Statement: { ByteMatchStatement: { FieldToMatch: { SingleHeader: { Name: x-origin-verify } }, PositionalConstraint: EXACTLY, SearchString: !Sub '{{resolve:secretsmanager:${Green}:SecretString:::}}', TextTransformations: [{ Type: NONE }] } } }
          Association: { Type: 'AWS::WAFv2::WebACLAssociation', Properties: { WebACLArn: !GetAtt Gate.Arn, ResourceArn: !Sub 'arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${Api}/stages/${Stage}' } }

        """;

    /// <summary>A REST API that asks for an API key.</summary>
    public static string KeyGate { get; } = Of("Api", """{ Id: api, DomainName: origin.example.com, OriginCustomHeaders: [{ HeaderName: x-api-key, HeaderValue: '{{resolve:secretsmanager:gate/blue:SecretString:::}}' }] }""") + RestApi + """
          Get: { Type: 'AWS::ApiGateway::Method', Properties: { RestApiId: !Ref Api, HttpMethod: GET, ApiKeyRequired: true, Integration: { Type: HTTP_PROXY } } }
          Preflight: { Type: 'AWS::ApiGateway::Method', Properties: { RestApiId: !Ref Api, HttpMethod: OPTIONS, ApiKeyRequired: false, Integration: { Type: MOCK } } }
          Plan: { Type: 'AWS::ApiGateway::UsagePlan', Properties: { ApiStages: [{ ApiId: !Ref Api, Stage: !Ref Stage }] } }
          Key: { Type: 'AWS::ApiGateway::ApiKey', Properties: { Enabled: true, Value: !Sub '{{resolve:secretsmanager:${Blue}:SecretString:::}}' } }
          KeyOfPlan: { Type: 'AWS::ApiGateway::UsagePlanKey', Properties: { KeyId: !Ref Key, KeyType: API_KEY, UsagePlanId: !Ref Plan } }

        """;

    /// <summary>The same with its methods in an OpenAPI document.</summary>
    public static string DocumentedKeyGate { get; } = KeyGate.Without("Get").Without("Preflight").But("Name: orders,", """
        Name: orders, Body: { openapi: 3.0.1, components: { securitySchemes: { gate: { type: apiKey, name: x-api-key, in: header } } }, paths: { /orders: { get: { security: [{ gate: [] }], x-amazon-apigateway-integration: { type: http_proxy } }, options: { x-amazon-apigateway-integration: { type: mock } } } } },
        """);

    /// <summary>A REST API whose policy denies whoever does not send a secret Referer.</summary>
    public static string PolicyGate { get; } = Of("Api", """{ Id: api, DomainName: origin.example.com, OriginCustomHeaders: [{ HeaderName: Referer, HeaderValue: '{{resolve:secretsmanager:gate/blue:SecretString:::}}' }] }""") + RestApi.Replace("DisableExecuteApiEndpoint: true", """
        DisableExecuteApiEndpoint: true, Policy: { Statement: [{ Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }, { Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: { StringNotEquals: { 'aws:Referer': [!Sub '{{resolve:secretsmanager:${Blue}:SecretString:::}}'] } } }] }
        """, StringComparison.Ordinal);

    /// <summary>An HTTP API whose domain name asks for a client certificate.</summary>
    public static string OriginMtls { get; } = Of("Api", """{ Id: api, DomainName: origin.example.com, CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginMtlsConfig: { ClientCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1 } } }""") + """
          Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: orders, ProtocolType: HTTP, DisableExecuteApiEndpoint: true } }
          Route: { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: !Ref Api, RouteKey: $default } }
          Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: !Ref Api, StageName: $default } }
          Domain: { Type: 'AWS::ApiGatewayV2::DomainName', Properties: { DomainName: origin.example.com, MutualTlsAuthentication: { TruststoreUri: s3://trust/own.pem } } }
          Mapping: { Type: 'AWS::ApiGatewayV2::ApiMapping', Properties: { DomainName: !Ref Domain, ApiId: !Ref Api, Stage: !Ref Stage } }

        """;

    /// <summary>An HTTP API that asks a function about every request.</summary>
    public static string LambdaGate { get; } = Of("Api", """{ Id: api, DomainName: origin.example.com, OriginCustomHeaders: [{ HeaderName: x-origin-verify, HeaderValue: '{{resolve:secretsmanager:gate/blue:SecretString:::}}' }] }""") + """
          Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: orders, ProtocolType: HTTP, DisableExecuteApiEndpoint: true } }
          Route: { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: !Ref Api, RouteKey: $default, AuthorizationType: CUSTOM, AuthorizerId: !Ref Authorizer } }
          Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: !Ref Api, StageName: $default } }
          Domain: { Type: 'AWS::ApiGatewayV2::DomainName', Properties: { DomainName: origin.example.com } }
          Mapping: { Type: 'AWS::ApiGatewayV2::ApiMapping', Properties: { DomainName: !Ref Domain, ApiId: !Ref Api, Stage: !Ref Stage } }
          Authorizer:
            Type: AWS::ApiGatewayV2::Authorizer
            Properties:
              ApiId: !Ref Api
              Name: gate
              AuthorizerType: REQUEST
              AuthorizerUri: !Sub 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function.Arn}/invocations'
              AuthorizerPayloadFormatVersion: '2.0'
              EnableSimpleResponses: true
              AuthorizerResultTtlInSeconds: 300
              IdentitySource: [$request.header.x-origin-verify]
          Function:
            Type: AWS::Lambda::Function
            Properties:
              Runtime: nodejs24.x
              Handler: index.handler
              Environment: { Variables: { BLUE: !Ref Blue, GREEN: !Ref Green } }
              Code: { ZipFile: *CODE* }

        """.Replace("*CODE*", JsonSerializer.Serialize(OriginGateCode.Text), StringComparison.Ordinal);

    /// <summary>A WebSocket API that asks the same function about every connection.</summary>
    public static string WebSocketGate { get; } = LambdaGate
        .But("ProtocolType: HTTP", "ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action")
        .But("RouteKey: $default,", "RouteKey: $connect,")
        .But("$request.header.x-origin-verify", "route.request.header.x-origin-verify")
        .But("      AuthorizerPayloadFormatVersion: '2.0'\n      EnableSimpleResponses: true\n      AuthorizerResultTtlInSeconds: 300\n", "")
        + "  Send: { Type: 'AWS::ApiGatewayV2::Route', Properties: { ApiId: !Ref Api, RouteKey: send, AuthorizationType: NONE } }\n";

    /// <summary>A bucket that a distribution reads.</summary>
    public static string Files { get; } = Of("Bucket", """{ Id: site, DomainName: !GetAtt Bucket.RegionalDomainName, OriginAccessControlId: !GetAtt Access.Id, S3OriginConfig: { OriginAccessIdentity: '' } }""") + """
          Access: { Type: 'AWS::CloudFront::OriginAccessControl', Properties: { OriginAccessControlConfig: { Name: a, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4 } } }
          Bucket: { Type: 'AWS::S3::Bucket', Properties: { PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true } } }
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Bucket
              PolicyDocument:
                Statement:
                  - { Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }
                  - { Effect: Allow, Principal: { Service: cloudfront.amazonaws.com }, Action: s3:GetObject, Resource: !Sub '${Bucket.Arn}/*', Condition: { StringEquals: { 'AWS:SourceArn': !Sub 'arn:aws:cloudfront::${AWS::AccountId}:distribution/${Door}' } } }

        """;

    /// <summary>A load balancer on the internet that asks for a secret header.</summary>
    public static string Balancer { get; } = Of("Balancer", """{ Id: alb, DomainName: !GetAtt Balancer.DNSName, OriginCustomHeaders: [{ HeaderName: x-origin-verify, HeaderValue: '{{resolve:secretsmanager:gate/blue:SecretString:::}}' }] }""") + """
          Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
          Igw: { Type: 'AWS::EC2::InternetGateway' }
          Attached: { Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
          Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a } }
          Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
          TableOfSubnet: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { RouteTableId: !Ref Table, SubnetId: !Ref Subnet } }
          ToInternet: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
          Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: !Ref Vpc, GroupDescription: g, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: pl-4fa04526 }] } }
          Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: application, Scheme: internet-facing, Subnets: [!Ref Subnet], SecurityGroups: [!Ref Group] } }
          Listener: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties: { LoadBalancerArn: !Ref Balancer, Port: 443, Protocol: HTTPS, DefaultActions: [{ Type: fixed-response }] } }
          Rule: { Type: 'AWS::ElasticLoadBalancingV2::ListenerRule', Properties: { ListenerArn: !Ref Listener, Priority: 1, Actions: [{ Type: forward, TargetGroupArn: !Ref Targets }], Conditions: [{ Field: http-header, HttpHeaderConfig: { HttpHeaderName: X-Origin-Verify, Values: [!Sub '{{resolve:secretsmanager:${Blue}:SecretString:::}}', !Sub '{{resolve:secretsmanager:${Green}:SecretString:::}}'] } }] } }
          Targets: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { VpcId: !Ref Vpc, Port: 8080, Protocol: HTTP, TargetType: ip } }

        """;

    /// <summary>A load balancer inside its VPC that CloudFront reaches as a VPC origin.</summary>
    public static string VpcOrigin { get; } = Balancer
        .But("DomainName: !GetAtt Balancer.DNSName, OriginCustomHeaders: [{ HeaderName: x-origin-verify, HeaderValue: '{{resolve:secretsmanager:gate/blue:SecretString:::}}' }]", "DomainName: !GetAtt Balancer.DNSName, VpcOriginConfig: { VpcOriginId: vo_1 }")
        .But("Scheme: internet-facing", "Scheme: internal")
        .But("DefaultActions: [{ Type: fixed-response }]", "DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Targets }]")
        .Without("Rule");

    /// <summary>A template with other text in place of some, which it must have.</summary>
    public static string But(this string template, string text, string instead)
    {
        template.ShouldContain(text);
        return template.Replace(text, instead, StringComparison.Ordinal);
    }

    /// <summary>A template without the line of a resource.</summary>
    public static string Without(this string template, string resource)
    {
        var lines = template.Split('\n').ToList();
        lines.RemoveAll(line => line.StartsWith($"  {resource}:", StringComparison.Ordinal)).ShouldBe(1);
        return string.Join('\n', lines);
    }

    /// <summary>Whether the template's promise holds.</summary>
    public static GuaranteeResult Prove(string template)
    {
        var estate = Reading.Templates.Estate(template);
        estate.Problems.ShouldBeEmpty();
        return EstateProver.Prove(estate, NetworkModelReader.Read(estate).Model, DeclaredGuarantees.Read(estate)).ShouldHaveSingleItem();
    }

    private static string Of(string to, string origin) => Common.Replace("*TO*", to, StringComparison.Ordinal).Replace("*ORIGIN*", origin, StringComparison.Ordinal);
}
