namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The function of <see cref="OriginLock.LambdaGate"/>: it lets in whoever sends one of the two secrets.</summary>
/// <remarks>
/// It answers an HTTP API with a boolean and a WebSocket API with a policy. What it compares are digests of one length, in a time that says
/// nothing of how much was right. A renewed secret is another secret under another ARN, so the environment changes with it and what one has
/// read holds for as long as it lives. Where the secrets cannot be read it fails, and nobody gets in.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html and
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html</para>
/// </remarks>
internal static class OriginGateCode
{
    /// <summary>The variable of the environment that names a secret.</summary>
    public static string VariableOf(string colour) => colour.ToUpperInvariant();

    /// <summary>The code, in Node.js; its SDK comes with the runtime.</summary>
    public const string Text = $$"""
        'use strict';
        const { createHash, timingSafeEqual } = require('node:crypto');
        const { GetSecretValueCommand, SecretsManagerClient } = require('@aws-sdk/client-secrets-manager');

        const client = new SecretsManagerClient({});
        const digest = (text) => createHash('sha256').update(text).digest();
        const read = async (id) => digest((await client.send(new GetSecretValueCommand({ SecretId: id }))).SecretString);
        let secrets;

        async function known() {
          secrets ??= Promise.all([read(process.env.BLUE), read(process.env.GREEN)]);
          try {
            return await secrets;
          } catch (error) {
            secrets = undefined;
            throw error;
          }
        }

        exports.handler = async (event) => {
          const sent = Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === '{{OriginLock.HeaderName}}')?.[1] ?? '';
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
