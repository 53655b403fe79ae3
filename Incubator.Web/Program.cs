using Incubator.Core.Booking;
using Incubator.Web.Startup;

var (options, verb) = Verbs.Split(args);
var builder = WebApplication.CreateBuilder(options);
builder.WebHost.UseStaticWebAssets();
builder.AddDatabase().AddAccounts().AddLocalisation().AddSecurity();
builder.Services.AddBooking();
var app = builder.Build();
return await app.RunLabAsync(verb);

public partial class Program;
