<#
.SYNOPSIS
    Statuses as JSON for another program, one line each; ConvertFrom-AxflStatusBlock reads them again.
#>
param([hashtable] $Run = @{})

Start-AxflLivePort @Run | Where-Object { $_.Total.Trades -gt 0 } | ForEach-Object { $_.ToJson() }
