using NetworkPatterns.TemplateRules.Rules;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

public sealed class RuleTests
{
    private static readonly RuleCase[] Cases =
    [
        .. AddressingCases.All, .. InternetCases.All, .. SecurityGroupCases.All, .. NetworkAclCases.All, .. EndpointCases.All,
        .. LogCases.All, .. WholeTemplateCases.All, .. DnsCases.All, .. WafCases.All, .. EdgeCases.All, .. ApiCases.All, .. RestBodyCases.All, .. RestReleaseCases.All, .. GlobalNameCases.All, .. HttpApiCases.All, .. WebSocketApiCases.All,
        .. ConnectivityCases.All,
        .. BackendCases.All,
        .. TransitCases.All,
    ];

    public static TheoryData<string, int> Good => Numbered(test => test.Good.Length);

    public static TheoryData<string, int> Bad => Numbered(test => test.Bad.Length);

    [Theory]
    [MemberData(nameof(Good))]
    public void Check_TemplateThatKeepsTheRule_ExaminesItAndFindsNothing(string rule, int template)
    {
        var test = Cases.Single(test => test.Rule.GetType().Name == rule);

        var result = test.Rule.Check(test.Good[template]);

        result.Violations.ShouldBeEmpty();
        result.Examined.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Check_TemplateThatBreaksTheRule_NamesTheResource(string rule, int template)
    {
        var test = Cases.Single(test => test.Rule.GetType().Name == rule);
        var (at, set) = test.Bad[template];

        test.Rule.Check(set).Violations.Select(violation => violation.LogicalId).ShouldContain(at);
    }

    [Fact]
    public void Check_EveryTemplateThatBreaksARule_SaysWhy() => Snapshot.Matches(
        string.Join('\n', Cases.SelectMany(test => test.Bad.SelectMany((bad, number) =>
            test.Rule.Check(bad.Template).Violations.Select(violation => $"{test.Rule.Id} {test.Rule.GetType().Name} {number}: {violation}")))),
        "Violations",
        "txt");

    [Fact]
    public void All_EveryRule_IsRegisteredOnceAndHasCases()
    {
        var registered = NetworkRules.FullVpc.Concat(NetworkRules.Dns).Concat(NetworkRules.Edge).Concat(NetworkRules.Connectivity).Concat(NetworkRules.Transit).Concat(NetworkRules.Backends).Concat(NetworkRules.Operations).Concat(NetworkRules.Others).Select(rule => rule.GetType()).ToArray();

        registered.ShouldBeUnique();
        registered.ShouldBe(
            typeof(TemplateRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TemplateRule)) && !type.IsAbstract),
            ignoreOrder: true);
        Cases.Select(test => test.Rule.GetType()).ShouldBe(registered, ignoreOrder: true);
        Cases.ShouldAllBe(test => test.Good.Length > 0 && test.Bad.Length > 0);
    }

    private static TheoryData<string, int> Numbered(Func<RuleCase, int> count)
    {
        var data = new TheoryData<string, int>();
        foreach (var test in Cases)
        {
            for (var number = 0; number < count(test); number++)
            {
                data.Add(test.Rule.GetType().Name, number);
            }
        }

        return data;
    }
}
