using Amazon.CDK.AWS.DynamoDB;
using Constructs;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What a <see cref="TableBackend"/> does.</summary>
public enum TableOperation
{
    /// <summary>Gives the item of a key, or 404.</summary>
    GetItem,

    /// <summary>Deletes the item of a key; there is none to give.</summary>
    DeleteItem,
}

/// <summary>An item of a table of Amazon DynamoDB, whose key is a parameter of the route's path.</summary>
/// <remarks>
/// Emits <c>AWS::IAM::Role</c> that may do this one thing with this table only. For REST APIs, and for tables whose key is one string.
/// Items are given in DynamoDB's own JSON, with the types of attributes.
/// <para>Source: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetItem.html</para>
/// </remarks>
public sealed class TableBackend : Construct, IApiBackend
{
    private readonly string _path;
    private readonly string _roleArn;
    private readonly string _tableName;
    private readonly string _keyAttribute;
    private readonly string _pathParameter;
    private readonly TableOperation _operation;

    /// <summary>Makes the backend.</summary>
    /// <param name="scope">Where it belongs: the API's stack.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="table">The table, of the same account and Region.</param>
    /// <param name="operation">What is done.</param>
    /// <param name="keyAttribute">The attribute that is the table's key, a string.</param>
    /// <param name="pathParameter">The parameter of the route's path that has the key. Default: that of the attribute's name.</param>
    public TableBackend(Construct scope, string id, ITable table, TableOperation operation, string keyAttribute, string? pathParameter = null)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(table);
        _path = Node.Path;
        _operation = operation;
        _keyAttribute = keyAttribute;
        _pathParameter = pathParameter ?? keyAttribute;
        _tableName = table.TableName;
        _roleArn = IntegrationRole.Emit(this, $"dynamodb:{operation}", table.TableArn, table.EncryptionKey?.KeyArn);
    }

    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (route.Style != ApiStyle.Rest)
        {
            throw ServiceIntegration.NotFor(route, _path, "REST APIs");
        }

        if (!route.PathParameters.Contains(_pathParameter, StringComparer.Ordinal))
        {
            throw new PlanException(DiagnosticCatalogue.KeyNotInPath.At(
                $"{route}: {_path}", $"the path has no parameter '{_pathParameter}'", $"add {{{_pathParameter}}} to the path, or name another parameter"));
        }

        var key = ServiceIntegration.InJson($"$input.params().path.get('{_pathParameter}')");
        return ServiceIntegration.Action(
            "dynamodb",
            _operation.ToString(),
            _roleArn,
            $$$"""{"TableName":"{{{_tableName}}}","Key":{"{{{_keyAttribute}}}":{"S":"{{{key}}}"} } }""",
            _operation == TableOperation.GetItem ? ItemOrNotFound : "{}",
            _path);
    }

    // DynamoDB answers 200 for an item that is not there as well.
    private const string ItemOrNotFound =
        """
        #if($input.path('$.Item') == "")
        #set($context.responseOverride.status = 404)
        {"message":"Not found"}
        #else
        $input.json('$.Item')
        #end
        """;
}
