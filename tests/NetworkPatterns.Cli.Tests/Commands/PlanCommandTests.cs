using System.Globalization;
using System.Text.Json.Nodes;
using NetworkPatterns.Cli.Commands;

namespace NetworkPatterns.Cli.Tests.Commands;

public sealed class PlanCommandTests
{
    [Fact]
    public void Plan_OnlyABlock_HasThreeTiersInThreeZones()
    {
        var (exitCode, output, error) = Run("plan", "--cidr", "10.0.0.0/16", "--format", "csv");

        exitCode.ShouldBe(0, error);
        output.ReplaceLineEndings("\n").ShouldBe(
            """
            Tier,Slot,Zone,Zone slot,Block,Subnet,Addresses to use,IPv6 /64
            web,0,#0,0,primary,10.0.0.0/21,2043,00
            web,0,#1,1,primary,10.0.8.0/21,2043,01
            web,0,#2,2,primary,10.0.16.0/21,2043,02
            app,1,#0,0,primary,10.0.32.0/21,2043,10
            app,1,#1,1,primary,10.0.40.0/21,2043,11
            app,1,#2,2,primary,10.0.48.0/21,2043,12
            data,2,#0,0,primary,10.0.64.0/21,2043,20
            data,2,#1,1,primary,10.0.72.0/21,2043,21
            data,2,#2,2,primary,10.0.80.0/21,2043,22

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Plan_SizesSlotsAndBlocks_AreThoseOfTheLibrary()
    {
        var (exitCode, output, error) = Run(
            "plan", "--cidr", "10.2.0.0/16", "--zones", "eu-west-1a,eu-west-1b", "--secondary", "pods=100.64.0.0/16", "--tiers", "web=/24,app=500,pods:8@pods", "--format", "json");

        exitCode.ShouldBe(0, error);
        JsonNode.Parse(output)!["subnets"]!.AsArray().Select(subnet => $"{subnet!["tier"]} {subnet["zone"]} {subnet["cidr"]} {subnet["block"]}").ShouldBe(
        [
            "web eu-west-1a 10.2.0.0/24 primary",
            "web eu-west-1b 10.2.8.0/24 primary",
            "app eu-west-1a 10.2.32.0/21 primary",
            "app eu-west-1b 10.2.40.0/21 primary",
            "pods eu-west-1a 100.64.0.0/18 pods",
            "pods eu-west-1b 100.64.64.0/18 pods",
        ]);
    }

    [Fact]
    public void Plan_AsTextAndMarkdown_HasARowForEachSubnet()
    {
        Run("plan", "--cidr", "10.0.0.0/16").Output.ShouldContain("10.0.80.0/21");
        Run("plan", "--cidr", "10.0.0.0/16", "--format", "markdown").Output.ShouldContain("| data | 2 | #2 | 2 | primary | 10.0.80.0/21 | 2043 | 22 |");
    }

    [Theory]
    [InlineData("NP2150")]
    [InlineData("NP1001", "--cidr", "ten")]
    [InlineData("NP1003", "--cidr", "10.0.0.0/8")]
    [InlineData("NP1010", "--cidr", "10.0.0.0/16", "--zones", "moon")]
    [InlineData("NP2153", "--cidr", "10.0.0.0/16", "--tiers", "web=/40")]
    [InlineData("NP2153", "--cidr", "10.0.0.0/16", "--tiers", "web=big")]
    [InlineData("NP2152", "--cidr", "10.0.0.0/16", "--secondary", "100.64.0.0/16")]
    [InlineData("NP1015", "--cidr", "10.0.0.0/16", "--tiers", "web:1,app:1")]
    public void Plan_WhatCannotBePlanned_ExitsWith2AndSaysWhy(string code, params string[] args)
    {
        var (exitCode, output, error) = Run(["plan", .. args]);

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(code);
    }

    [Fact]
    public void Plan_AWarning_GoesToTheErrorWriter()
    {
        var (exitCode, _, error) = Run("plan", "--cidr", "172.17.0.0/16");

        exitCode.ShouldBe(0);
        error.ShouldContain("NP1031");
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exitCode = CommandLine.Run(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
