@{
    RootModule           = 'Axfl.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6c0f7d5e-3c0a-4f0e-9a55-0d2f7a1b9c41'
    Author               = 'The Axfl authors'
    CompanyName          = 'The Axfl authors'
    Copyright            = 'Copyright (c) The Axfl authors. Apache-2.0.'
    Description          = 'Runs a portfolio of FX strategies over historical bars or live prices, on paper, with session windows, risk gates and real costs, and explains what it did and why.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    RequiredAssemblies   = @('Axfl.Contracts.dll', 'Axfl.PowerShell.dll')
    TypesToProcess       = @('Axfl.Types.ps1xml')
    FormatsToProcess     = @('Axfl.Format.ps1xml')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Compare-AxflRun'
        'ConvertFrom-AxflStatusBlock'
        'ConvertTo-AxflStatusBlock'
        'Export-AxflReport'
        'Export-AxflSweepReport'
        'Export-AxflSweepTrial'
        'Get-AxflDecision'
        'Get-AxflIndicator'
        'Get-AxflPortfolioStatus'
        'Get-AxflRun'
        'Get-AxflStrategy'
        'Get-AxflSweep'
        'Get-AxflSweepTrial'
        'Get-AxflTrade'
        'Get-AxflWorker'
        'Import-AxflSessions'
        'Invoke-AxflSweep'
        'Invoke-AxflWalkForward'
        'Measure-AxflAmbiguity'
        'Measure-AxflGate'
        'Measure-AxflPortfolio'
        'Measure-AxflRobustness'
        'Measure-AxflSweep'
        'Register-AxflStrategy'
        'Remove-AxflSweep'
        'Save-AxflHistory'
        'Send-AxflAlert'
        'Show-AxflPortfolio'
        'Start-AxflDashboard'
        'Start-AxflFakeFeed'
        'Start-AxflLivePort'
        'Start-AxflWorker'
        'Stop-AxflLivePort'
        'Stop-AxflSweep'
        'Test-AxflData'
        'Test-AxflHealth'
        'Test-AxflJournal'
        'Test-AxflSessions'
        'Test-AxflStrategy'
        'Test-AxflSweep'
        'Wait-AxflLivePort'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'trading', 'FX', 'forex', 'backtest', 'replay', 'live', 'risk', 'strategy', 'portfolio', 'paper-trading')
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
            ReleaseNotes = 'First version: a portfolio over CSV or simulated bars, or live prices of OANDA, Twelve Data or Finnhub; statuses, trades, decisions and metrics as objects. See CHANGELOG.md.'
        }
    }
}
