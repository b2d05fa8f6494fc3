using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Amazon.CDK.AWS.Lambda;
using NetworkPatterns.Constructs.Edge.Api;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

/// <summary>Authorizers for tests of plans, which start no CDK.</summary>
internal static class ApiAuthorizers
{
    private const string FunctionArn = "arn:aws:lambda:eu-west-1:111111111111:function:asked";

    /// <summary>A function that is asked.</summary>
    internal static ApiAuthorizer Asked(string name, IEnumerable<string> sources, TimeSpan time = default) => ApiAuthorizer.LambdaRequest(name, Function(), sources, time);

    /// <summary>A function that is asked about a token.</summary>
    internal static ApiAuthorizer AskedAboutToken(string name) => ApiAuthorizer.LambdaToken(name, Function());

    private static IFunction Function() => DispatchProxy.Create<IFunction, OnlyItsArn>();

    [SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "DispatchProxy derives from it.")]
    internal class OnlyItsArn : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name == "get_FunctionArn" ? FunctionArn : throw new NotSupportedException(targetMethod?.Name);
    }
}
