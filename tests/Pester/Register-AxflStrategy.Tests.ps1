BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Push-Location $TestDrive
    function Invoke-Strategy([string] $Name, [string] $Params = '') {
        @"
portfolio:
  symbols: [EURUSD, GBPUSD]
  source: simulated
  strategies:
    - name: $Name
      windows: [{start: "00:00", end: "24:00"}]
$Params
"@ | Set-Content "$Name.yaml"
        Start-AxflLivePort -Path "$Name.yaml" -Since 2025-01-06 -Until 2025-01-08 -WarningAction Ignore
    }
}
AfterAll { Pop-Location }

Describe 'Register-AxflStrategy' {
    It 'runs a script block with parameters and a state of its own for each symbol' {
        Register-AxflStrategy fortieth -Parameter @{ every = 40 } {
            $state.n++
            if ($state.n % $parameters.every -eq 0) { $desk.Market('Long', $bar.Close - 0.001, $bar.Close + 0.002, "n$($state.n)") }
        }
        Invoke-Strategy fortieth '      params: {every: 60}' | Out-Null
        $tags = (Get-AxflTrade -Symbol EURUSD).Tag
        $tags | Should -Not -BeNullOrEmpty
        $tags | ForEach-Object { [int]$_.Substring(1) % 60 | Should -Be 0 }
        (Get-AxflDecision -Symbol GBPUSD).Count | Should -BeGreaterThan 0
    }

    It 'takes a script block with a param block of its own' {
        Register-AxflStrategy own { param($b, $d, $p, $s) if ($b.OpenTime.Minute -eq 0) { $d.Limit('Short', $b.Close + 0.0001, $b.Close + 0.002) } }
        Invoke-Strategy own | Out-Null
        (Get-AxflDecision -Strategy own)[0].Type | Should -Be 'limit'
    }

    It 'ends the run at the first error and names the bar' {
        Register-AxflStrategy broken { throw 'no such luck' }
        { Invoke-Strategy broken } | Should -Throw '*EURUSD*no such luck*' -ErrorId 'StrategyScriptFailed,*'
    }

    It 'gives the same ledger twice' {
        Register-AxflStrategy twice { if ($bar.OpenTime.Minute -eq 30) { $desk.Market('Short', $bar.Close + 0.001, $bar.Close - 0.001) } }
        (Invoke-Strategy twice)[-1].LedgerHash | Should -Be (Invoke-Strategy twice)[-1].LedgerHash
    }

    It 'refuses a name that is taken' {
        { Register-AxflStrategy orb { } } | Should -Throw -ErrorId 'StrategyExists,*'
        Register-AxflStrategy mine { }
        { Register-AxflStrategy mine { } } | Should -Throw -ErrorId 'StrategyExists,*'
        (Register-AxflStrategy mine { } -Force -PassThru).Name | Should -Be 'mine'
    }

    It 'registers nothing with -WhatIf' {
        Register-AxflStrategy ghost { } -WhatIf
        Get-AxflStrategy ghost* | Should -BeNullOrEmpty
    }

    It 'refuses a parameter that is not there, read as <Form>' -ForEach @(
        @{ Form = 'a property'; Read = '$parameters.stop_pip' }
        @{ Form = 'an index'; Read = "`$parameters['stop_pip']" }
    ) {
        Register-AxflStrategy misspelt -Force -Parameter @{ stop_pips = 10 } ([scriptblock]::Create("`$stop = $Read * `$desk.Pip; `$desk.Market('Long', `$bar.Close - `$stop)"))
        { Invoke-Strategy misspelt } | Should -Throw "*has no 'stop_pip'*stop_pips*" -ErrorId 'StrategyScriptFailed,*'
        Get-AxflTrade | Should -BeNullOrEmpty
    }

    It 'refuses an unknown parameter that is read and not used' {
        Register-AxflStrategy reader -Force -Parameter @{ stop_pips = 10 } { $null = $parameters['stop_pip'] }
        { Invoke-Strategy reader } | Should -Throw "*has no 'stop_pip'*"
    }

    It 'refuses a variable that is not set' {
        Register-AxflStrategy unset -Force { $desk.Market('Long', $bar.Close - $stop) }
        { Invoke-Strategy unset } | Should -Throw "*`$stop*has not been set*" -ErrorId 'StrategyScriptFailed,*'
    }

    It 'lets a key of $state be read that is not set, and $parameters be counted' {
        Register-AxflStrategy lenient -Force -Parameter @{ stop_pips = 10 } {
            if ($state.last -or $state['first']) { throw 'nothing was set' }
            if ($parameters.Count -ne $parameters.Keys.Count -or -not $parameters.ContainsKey('stop_pips') -or $parameters.ContainsKey('other')) { throw 'counted wrong' }
        }
        (Invoke-Strategy lenient)[-1].Ok | Should -BeTrue
    }

    It 'makes <_> in a strategy an error of it, after which the caller goes on' -ForEach 'exit 3', 'break', 'continue' {
        Register-AxflStrategy leaving -Force ([scriptblock]::Create($_))
        { Invoke-Strategy leaving } | Should -Throw "*'$(($_ -split ' ')[0])' leaves the script block*" -ErrorId 'StrategyScriptFailed,*'
    }

    It 'names file and line of the user in an error' {
        @'
# one
# two
Register-AxflStrategy placed -Force {
    $x = 1
    throw "here $x"
}
'@ | Set-Content placed.ps1
        . ./placed.ps1
        $caught = try { Invoke-Strategy placed } catch { $_ }
        $caught.Exception.Line | Should -Be 5
        $caught.TargetObject | Should -Be (Resolve-Path placed.ps1).Path
        $caught.Exception.Message | Should -Match 'placed\.ps1:5'
    }

    It 'passes on what a strategy writes to the host, warning and verbose streams' {
        Register-AxflStrategy talking -Force {
            if ($state.said) { return }
            $state.said = $true
            Write-Host 'to the' -NoNewline
            Write-Host ' host'
            Write-Warning 'be warned'
            Write-Verbose 'in detail'
        }
        Invoke-Strategy talking | Out-Null
        $all = Start-AxflLivePort -Path talking.yaml -Since 2025-01-06 -Until 2025-01-08 -Verbose *>&1
        @($all | Where-Object { $_ -is [System.Management.Automation.InformationRecord] -and "$_" -eq 'to the host' }).Count | Should -Be 2
        @($all | Where-Object { $_ -is [System.Management.Automation.WarningRecord] -and "$_" -eq 'be warned' }).Count | Should -Be 2
        @($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and "$_" -eq 'in detail' }).Count | Should -Be 2
        Start-AxflLivePort -Path talking.yaml -Since 2025-01-06 -Until 2025-01-08 *>&1 | Where-Object { "$_" -eq 'in detail' } | Should -BeNullOrEmpty
    }

    It 'runs a strategy of a constrained session constrained, its desk at hand' {
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$axfl/Axfl.psd1'; Set-Location '$TestDrive'; `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            Register-AxflStrategy trading -Force { if (`$bar.OpenTime.Minute -eq 0) { `$desk.Market('long', `$bar.Close - 0.001, `$bar.Close + 0.001) } }
            Register-AxflStrategy reaching -Force { [System.IO.File]::Exists('x') }")
        try {
            $null = $shell.Invoke()
            (Invoke-Strategy trading)[-1].Total.Trades | Should -BeGreaterThan 0
            { Invoke-Strategy reaching } | Should -Throw '*core types in this language mode*' -ErrorId 'StrategyScriptFailed,*'
        } finally { $shell.Dispose() }
    }
}

Describe 'A script strategy that does not return' {
    BeforeAll { Push-Location $TestDrive }
    AfterAll { Pop-Location }
    It 'is interrupted when its run is stopped: <Name>' -ForEach @(
        @{ Name = 'endless'; Script = { while ($true) { } } }
        @{ Name = 'sleeper'; Script = { Start-Sleep 600 } }
    ) {
        Register-AxflStrategy $Name $Script -Force
        $job = Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-08 -RunId $Name -AsJob -WarningAction Ignore -Set "strategies=[{name: $Name, windows: [{start: '00:00', end: '24:00'}]}]"
        Start-Sleep -Milliseconds 500
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $job | Stop-Job
        $job | Wait-Job -Timeout 30 | Should -Not -BeNullOrEmpty
        $clock.Elapsed.TotalSeconds | Should -BeLessThan 20
        (Get-AxflRun $Name).State | Should -Be 'stopped'
        $job | Remove-Job -Force
    }
}

Describe 'What a script strategy is given' {
    BeforeAll {
        Push-Location $TestDrive
        function Invoke-Script([string] $Name) {
            Start-AxflLivePort -Source simulated -Since 2025-01-06 -Until 2025-01-08 -WarningAction Ignore -Set "strategies=[{name: $Name, windows: [{start: '00:00', end: '24:00'}]}]"
        }
    }
    AfterAll { Pop-Location }
    It 'is read-only: <Name>' -ForEach @(
        @{ Name = 'changes_bar'; Script = { $bar.Close = 5 }; Why = '*$bar is read-only*' }
        @{ Name = 'changes_parameters'; Script = { $parameters.a = 99 }; Why = '*$parameters is read-only*' }
        @{ Name = 'adds_parameters'; Script = { $parameters.Add('b', 1) }; Why = '*$parameters is read-only*' }
    ) {
        Register-AxflStrategy $Name $Script -Parameter @{ a = 1 } -Force
        { Invoke-Script $Name } | Should -Throw $Why
    }
    It 'refuses an order that no market takes: <Name>' -ForEach @(
        @{ Name = 'below_zero'; Script = { $desk.Stop('Long', -5, -6) }; Why = '*-5*above 0*' }
        @{ Name = 'past_expiry'; Script = { $desk.Limit('Long', $bar.Close - 0.001, $bar.Close - 0.002, $bar.Close + 0.01, -3) }; Why = '*minutes*' }
        @{ Name = 'long_tag'; Script = { $desk.Market('Long', $bar.Close - 0.001, $bar.Close + 0.002, 'x' * 100000) }; Why = '*tag*' }
    ) {
        Register-AxflStrategy $Name $Script -Force
        { Invoke-Script $Name } | Should -Throw $Why
    }
    It 'has parameters with a name and a value that can be used' {
        { Register-AxflStrategy odd -Parameter @{ y = [double]::NaN } { } } | Should -Throw '*y*' -ErrorId 'StrategyParameterInvalid,*'
        { Register-AxflStrategy odd -Parameter @{ 'a b' = 1 } { } } | Should -Throw '*a b*' -ErrorId 'StrategyParameterInvalid,*'
        Get-AxflStrategy odd* | Should -BeNullOrEmpty
    }
}
