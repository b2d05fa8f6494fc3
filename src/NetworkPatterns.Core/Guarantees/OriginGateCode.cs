using System.Collections.Immutable;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>The function that lets in whoever sends one of two secrets in a header: what a pattern writes into a template, and a proof knows again there.</summary>
/// <remarks>
/// It answers an HTTP API with a boolean and a WebSocket API with a policy. What it compares are digests of one length, in a time that says
/// nothing of how much was right. A renewed secret is another secret under another ARN, so the environment changes with it and what one has
/// read holds for as long as it lives. Where the secrets cannot be read it fails, and nobody gets in. A function with other code is another
/// function, of which a proof knows nothing.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html and
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html</para>
/// </remarks>
public static class OriginGateCode
{
    /// <summary>The header in which a request has one of the secrets.</summary>
    public const string HeaderName = "x-origin-verify";

    /// <summary>The handler of the function, whose code is inline.</summary>
    public const string Handler = "index.handler";

    /// <summary>The variables of the environment, each of which names a secret of AWS Secrets Manager by its name or ARN.</summary>
    public static ImmutableArray<string> Variables { get; } = ["BLUE", "GREEN"];

    /// <summary>The code, in Node.js; its SDK comes with the runtime.</summary>
    public static string Text { get; } = $$"""
        'use strict';
        const { createHash, timingSafeEqual } = require('node:crypto');
        const { GetSecretValueCommand, SecretsManagerClient } = require('@aws-sdk/client-secrets-manager');

        const client = new SecretsManagerClient({});
        const digest = (text) => createHash('sha256').update(text).digest();
        const read = async (id) => digest((await client.send(new GetSecretValueCommand({ SecretId: id }))).SecretString);
        let secrets;

        async function known() {
          secrets ??= Promise.all([read(process.env.{{Variables[0]}}), read(process.env.{{Variables[1]}})]);
          try {
            return await secrets;
          } catch (error) {
            secrets = undefined;
            throw error;
          }
        }

        exports.handler = async (event) => {
          const sent = Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === '{{HeaderName}}')?.[1] ?? '';
          const isKnown = (await known()).map((secret) => timingSafeEqual(secret, digest(sent))).includes(true);
          if (event.version === '2.0') {
            return { isAuthorized: isKnown };
          }
          return {
            principalId: 'cloudfront',
            policyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: isKnown ? 'Allow' : 'Deny', Action: 'execute-api:Invoke', Resource: event.methodArn }],
            },
          };
        };

        """;
}
