using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Initiatiefloket.Tests.Web;

public sealed class HttpMethodsTests
{
    /// <summary>The Functions host answers 404 to a method that a function does not name; whoever checks a link asks for the head of its page.</summary>
    [Fact]
    public void Function_ThatAnswersGet_AnswersHeadToo()
    {
        var methods = typeof(Loket).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()?.Methods)
            .OfType<string[]>()
            .ToList();

        Assert.NotEmpty(methods);
        Assert.All(methods.Where(names => names.Contains("get")), names => Assert.Contains("head", names));
    }
}
