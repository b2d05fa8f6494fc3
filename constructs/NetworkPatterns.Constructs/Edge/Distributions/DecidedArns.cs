using Amazon.CDK;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>ARNs of which nobody knows before deployment in which Region they are: parameters of a template.</summary>
internal static class DecidedArns
{
    /// <summary>Refuses parameters where CloudFront takes resources of us-east-1 only. A resource of another stack is CDK's to check.</summary>
    /// <exception cref="PlanException">Carries a problem for each.</exception>
    public static void Check(EdgeDistributionProps props, PatternContext context)
    {
        var problems = new ProblemList();
        if (IsParameter(props.CertificateArn))
        {
            problems.Add(DiagnosticCatalogue.DistributionCertificate.At(
                context.At(nameof(props.CertificateArn)), "the certificate is a parameter, and may be of any Region", "give the ARN itself, or make a ZonedCertificate with IsForCloudFront in the distribution's stack"));
        }

        if (IsParameter(props.WebAclArn))
        {
            problems.Add(DiagnosticCatalogue.DistributionWebAcl.At(
                context.At(nameof(props.WebAclArn)), "the WebACL is a parameter, and may be of any scope", "give the ARN itself, or make a WebAcl in the distribution's stack"));
        }

        problems.ThrowIfAny();
    }

    private static bool IsParameter(string arn) =>
        Token.IsUnresolved(arn) && Tokenization.ReverseString(arn).Tokens.Any(token => token is Reference { Target: CfnParameter });
}
