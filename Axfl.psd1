@{
    RootModule = 'bin/Axfl.PowerShell.dll'
    ModuleVersion = '0.1.0'
    GUID = '6c0f7d5e-3c0a-4f0e-9a55-0d2f7a1b9c41'
    Author = 'The Axfl authors'
    CompanyName = 'Axfl'
    Copyright = 'Copyright (c) The Axfl authors. Apache-2.0.'
    Description = 'Session-aware FX portfolio trading: a deterministic engine for replay and live paper trading, risk in R, real costs, and an answer to why each signal did or did not become a trade.'
    PowerShellVersion = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess = @('bin/Axfl.Format.ps1xml')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
    CmdletsToExport = @(
        'ConvertFrom-AxflStatusBlock'
        'ConvertTo-AxflStatusBlock'
        'Get-AxflDecision'
        'Get-AxflIndicator'
        'Get-AxflPortfolioStatus'
        'Get-AxflStrategy'
        'Get-AxflTrade'
        'Import-AxflSessions'
        'Measure-AxflPortfolio'
        'Register-AxflStrategy'
        'Start-AxflLivePort'
        'Stop-AxflLivePort'
        'Test-AxflData'
        'Test-AxflSessions'
        'Wait-AxflLivePort'
    )
    PrivateData = @{
        PSData = @{
            Tags = @('FX', 'Trading', 'Backtest', 'Portfolio', 'PaperTrading', 'Sessions', 'Risk', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
