using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Architecture.Tests;

/// <summary>Lists what the users of an assembly can name, in one stable order: an approved listing makes every change of it a decision.</summary>
/// <remarks>
/// What the compiler adds to records is left out: it follows from the record. So are the diagnostics of the catalogue: each has
/// a page, and <see cref="DiagnosticTests"/> holds codes and titles.
/// </remarks>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly) => string.Join("\n\n", assembly.GetTypes()
        .Where(IsVisible)
        .OrderBy(type => TypeName.Of(type), StringComparer.Ordinal)
        .Select(Of));

    public static string Of(Type type) => string.Join('\n', Members(type).Select(member => "  " + member).Prepend(Heading(type)));

    private static string Heading(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : IsRecord(type) ? type.IsValueType ? "readonly record struct" : "record"
            : type.IsValueType ? "struct"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : "class";
        var modifier = type.IsEnum || type.IsInterface || type.IsValueType ? ""
            : type is { IsAbstract: true, IsSealed: true } ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed " : "";
        var bases = new[] { type.BaseType }.OfType<Type>()
            .Where(parent => parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            .Concat(type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Where(IsNamed).OrderBy(TypeName.Of, StringComparer.Ordinal))
            .Where(parent => !type.IsEnum && !IsEquatableToItself(parent, type))
            .Select(TypeName.Of)
            .ToArray();
        return $"public {modifier}{kind} {TypeName.Of(type)}{(bases.Length == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    private static IEnumerable<string> Members(Type type) =>
        type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
            :
            [
                .. Ordered(type.GetConstructors(Declared).Where(IsVisible).Where(constructor => !IsCopyConstructor(constructor)).Select(constructor =>
                    $"{Access(constructor)} {Short(type)}({Parameters(constructor)})")),
                .. Ordered(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(Field)),
                .. Ordered(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible) && property.Name != "EqualityContract" && !IsADiagnostic(property)).Select(Property)),
                .. Ordered(type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName && !IsOfARecord(method)).Select(Method)),
            ];

    private static IEnumerable<string> Ordered(IEnumerable<string> members) => members.Order(StringComparer.Ordinal);

    private static string Field(FieldInfo field) => field.IsLiteral
        ? $"public const {TypeName.Of(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}"
        : $"public {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeName.Of(Nullability.Create(field))} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var accessor = property.GetAccessors(nonPublic: true).First(IsVisible);
        var setter = property.SetMethod is { } set && IsVisible(set)
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var getter = property.GetMethod is { } get && IsVisible(get) ? " get;" : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{Access(accessor)} {Modifiers(accessor)}{required}{TypeName.Of(Nullability.Create(property))} {name} {{{getter}{setter} }}";
    }

    private static string Method(MethodInfo method)
    {
        var generics = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var constraints = string.Concat(method.GetGenericArguments().Select(Constraint));
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Access(method)} {Modifiers(method)}{TypeName.Of(Nullability.Create(method.ReturnParameter))} {method.Name}{generics}({extension}{Parameters(method)}){constraints}";
    }

    private static string Constraint(Type argument)
    {
        var constraints = argument.GetGenericParameterConstraints().Select(TypeName.Of)
            .Concat(argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : [])
            .ToArray();
        return constraints.Length == 0 ? "" : $" where {argument.Name} : {string.Join(", ", constraints)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var value = parameter.HasDefaultValue ? $" = {(parameter.DefaultValue is string text ? $"\"{text}\"" : parameter.DefaultValue ?? "null")}" : "";
        return $"{prefix}{TypeName.Of(Nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodInfo method) =>
        method.DeclaringType!.IsInterface ? ""
        : method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? "override "
        : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed);

    private static bool IsVisible(Type type) => type.IsVisible && IsNamed(type);

    private static bool IsNamed(Type type) => type.IsVisible && !type.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsADiagnostic(PropertyInfo property) =>
        property.DeclaringType == typeof(DiagnosticCatalogue) && property.PropertyType == typeof(Diagnostic);

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared) is { } print && print.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsOfARecord(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsCopyConstructor(ConstructorInfo constructor) =>
        IsRecord(constructor.DeclaringType!)
        && constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static bool IsEquatableToItself(Type parent, Type type) =>
        IsRecord(type) && parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(IEquatable<>) && parent.GetGenericArguments()[0] == type;

    private static string Short(Type type) => type.Name.Split('`')[0];
}
