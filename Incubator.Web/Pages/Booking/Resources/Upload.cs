namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>An uploaded file as bytes; none is an empty array, which the desks refuse as such.</summary>
internal static class Upload
{
    public static async Task<byte[]> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null) return [];
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
