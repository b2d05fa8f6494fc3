using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>The functions of a distribution, and the stores of those that have one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html</remarks>
internal static class EdgeFunctionBlueprint
{
    public static string IdOf(EdgeFunction function) => $"Function{ResourceName.Of(function.Name)}";

    public static string StoreIdOf(string functionName) => $"Function{ResourceName.Of(functionName)}Store";

    public static void AddTo(BlueprintBuilder builder, EdgeDistributionPlan plan)
    {
        foreach (var function in plan.Functions)
        {
            var id = IdOf(function);
            var store = StoreIdOf(function.Name);
            if (function.HasStore)
            {
                builder.Add(new(store, "AWS::CloudFront::KeyValueStore", Value.Map(
                    ("Name", EdgeDistributionBlueprint.NameOf(plan, $"store-{function.Name}")), ("Comment", $"What {function.Name} knows")))
                {
                    DeletionPolicy = ResourcePolicy.Retain,
                    UpdateReplacePolicy = ResourcePolicy.Retain,
                });
            }

            builder.Add(id, "AWS::CloudFront::Function",
                ("Name", EdgeDistributionBlueprint.NameOf(plan, function.Name)),
                ("AutoPublish", true),
                ("FunctionCode", function.Code),
                ("FunctionConfig", Value.Map(
                    ("Comment", function.Name),
                    ("Runtime", "cloudfront-js-2.0"),
                    ("KeyValueStoreAssociations", function.HasStore ? Value.List(Value.Map(("KeyValueStoreARN", Value.GetAtt(store, "Arn")))) : null))));
        }
    }
}
