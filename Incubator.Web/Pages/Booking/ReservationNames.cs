using Incubator.Core.Booking;
using Incubator.Web.Pages.Shared;

namespace Incubator.Web.Pages.Booking;

public static class ReservationNames
{
    extension(ReservationRow row)
    {
        /// <summary>In the reader's language.</summary>
        public string What => row.WhatIn(LabFormat.Language);
    }
}
