<#
.SYNOPSIS
    Statuses as JSON for another program; the default depth of ConvertTo-Json has all of it.
#>
param([hashtable] $Run = @{})

Start-AxflLivePort @Run | Where-Object { $_.Total.Trades -gt 0 } | ForEach-Object { ConvertTo-Json $_ -Compress }
