using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Core.Documents;

public static class DocumentsModule
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddScoped<DocumentArchive>();
}
