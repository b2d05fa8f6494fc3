namespace NetworkPatterns.Constructs.Tests.Edge.Api.OpenApi;

/// <summary>Documents for tests.</summary>
internal static class OpenApiTexts
{
    /// <summary>Orders, with parameters, bodies, references, and what API Gateway leaves out.</summary>
    public const string Orders = """
        openapi: 3.0.3
        info:
          title: Orders
          version: "1.0"
        servers:
          - url: https://api.example.com/v1
        security:
          - oauth: [orders/read]
        tags:
          - name: orders
        paths:
          /orders:
            get:
              operationId: listOrders
              tags: [orders]
              parameters:
                - $ref: '#/components/parameters/Limit'
                - name: X-Tenant
                  in: header
                  required: true
                  schema: { type: string }
              responses:
                '200':
                  description: The orders.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Orders' }
                      example: [{ id: 1 }]
                default:
                  description: An error.
            post:
              operationId: addOrder
              deprecated: true
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Order' }
              responses:
                '202': { description: Accepted. }
          /orders/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
            get:
              operationId: getOrder
              responses:
                '200': { description: The order. }
          /health:
            get:
              operationId: health
              security: []
              responses: {}
        components:
          parameters:
            Limit: { name: limit, in: query, schema: { type: integer, format: int32 } }
          schemas:
            Order:
              type: object
              required: [item]
              properties:
                item: { type: string, pattern: '^[a-z]+$' }
                count: { type: integer, format: int64, minimum: 1, default: 1 }
                example: { type: string, example: one }
                price: { type: number, enum: [0.5, 1] }
            Orders:
              type: array
              items: { $ref: '#/components/schemas/Order' }
          securitySchemes:
            oauth: { type: oauth2, flows: {} }
        """;
}
