using System.Text.Json;

namespace NetworkPatterns.Constructs.Edge.Distributions.Functions;

/// <summary>Steps that let nobody through whom they do not know.</summary>
/// <remarks>
/// A token chooses its key by name, never its algorithm, and extensions that it calls critical are refused, because none is known here.
/// <para>Source: https://www.rfc-editor.org/rfc/rfc8725#section-3.1</para>
/// <para>Source: https://www.rfc-editor.org/rfc/rfc7617</para>
/// </remarks>
internal static class AuthenticationSteps
{
    public static EdgeFunctionStep Token(EdgeToken token) => new($$"""
        const request = event.request;
        {{(token.LetsPreflightThrough ? "if (request.method === 'OPTIONS' && request.headers.origin && request.headers['access-control-request-method']) {\n  return request;\n}" : "// Every request needs a token.")}}
        const refusal = {
          statusCode: 401,
          statusDescription: 'Unauthorized',
          headers: { 'www-authenticate': { value: 'Bearer' }, 'cache-control': { value: 'no-store' } },
        };
        const header = request.headers.authorization;
        const cookie = {{(token.Cookie is null ? "undefined" : $"request.cookies[{JsonSerializer.Serialize(token.Cookie)}]")}};
        const text = header && header.value.startsWith('Bearer ') ? header.value.slice(7) : cookie ? cookie.value : '';
        const parts = text.split('.');
        if (parts.length !== 3) {
          return refusal;
        }
        try {
          const head = JSON.parse(Buffer.from(parts[0], 'base64url').toString());
          if (head.alg !== 'HS256' || typeof head.kid !== 'string' || head.crit !== undefined) {
            return refusal;
          }
          const key = await store.get('token/' + head.kid);
          const signature = crypto.createHmac('sha256', key).update(parts[0] + '.' + parts[1]).digest('base64url');
          if (!key || !same(signature, parts[2])) {
            return refusal;
          }
          const claims = JSON.parse(Buffer.from(parts[1], 'base64url').toString());
          const now = Date.now() / 1000;
          if (typeof claims.exp !== 'number' || claims.exp <= now || (claims.nbf !== undefined && !(claims.nbf <= now))) {
            return refusal;
          }
          {{(token.Issuer is null ? "// Any issuer." : $"if (claims.iss !== {JsonSerializer.Serialize(token.Issuer)}) {{\n    return refusal;\n  }}")}}
          {{(token.Audience is null ? "// Any audience." : $"if (!(Array.isArray(claims.aud) ? claims.aud : [claims.aud]).includes({JsonSerializer.Serialize(token.Audience)})) {{\n    return refusal;\n  }}")}}
        } catch (error) {
          // Not a token, or of a key that the store does not have.
          return refusal;
        }
        return request;
        """)
    {
        HasStore = true,
        HasSecrets = true,
    };

    public static EdgeFunctionStep Password(string realm) => new($$"""
        const request = event.request;
        const header = request.headers.authorization;
        if (header && header.value.startsWith('Basic ')) {
          try {
            const given = Buffer.from(header.value.slice(6), 'base64').toString();
            const known = await store.get('user/' + given.split(':')[0]);
            if (same(crypto.createHash('sha256').update(given).digest('hex'), known)) {
              delete request.headers.authorization;
              return request;
            }
          } catch (error) {
            // The store has no such user.
          }
        }
        return {
          statusCode: 401,
          statusDescription: 'Unauthorized',
          headers: { 'www-authenticate': { value: 'Basic realm="{{realm}}", charset="UTF-8"' }, 'cache-control': { value: 'no-store' } },
        };
        """)
    {
        HasStore = true,
        HasSecrets = true,
        Fault = realm.Length is 0 or > 100 || realm.Any(character => !char.IsAsciiLetterOrDigit(character) && character is not (' ' or '-'))
            ? $"'{realm}' cannot be what a password is for: use letters, digits, spaces and hyphens"
            : null,
    };
}
