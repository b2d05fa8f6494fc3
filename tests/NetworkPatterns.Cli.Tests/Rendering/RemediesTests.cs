using System.Reflection;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Tests.Rendering;

public sealed class RemediesTests
{
    public static TheoryData<string> Codes =>
        [.. typeof(ExplanationCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Find_EveryCode_SaysWhatWouldOpenIt(string code) => Remedies.Find(code).ShouldNotBeNullOrEmpty();
}
