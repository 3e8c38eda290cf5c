BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $commands = (Get-Command -Module Axfl).Name | ForEach-Object { @{ Name = $_ } }
}
BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    # A key, a feed or a live run: the title says so.
    $needs = '\(needs a .+\)'
}

Describe 'Help of <Name>' -ForEach $commands {
    BeforeAll { $help = Get-Help $Name -Full }
    It 'has synopsis, description, inputs and outputs' {
        $help.Synopsis | Should -Not -BeLike "*$Name*"
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.inputTypes | Should -Not -BeNullOrEmpty
        $help.returnValues | Should -Not -BeNullOrEmpty
    }
    It 'describes exactly its parameters' {
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
        $names = (Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object
        @($help.parameters.parameter.name | Sort-Object) | Should -Be @($names)
        $help.parameters.parameter | ForEach-Object { $_.description.Text | Should -Not -BeNullOrEmpty }
    }
    It 'has at least two examples, and they run' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        Push-Location (New-Item -ItemType Directory "$TestDrive/$Name")
        try {
            foreach ($example in $help.examples.example | Where-Object title -NotMatch $needs) { . ([scriptblock]::Create($example.code)) 3>$null 6>$null | Out-Null }
        } finally { Pop-Location }
    }
    It 'has examples that could run where they need what is not here' {
        foreach ($example in $help.examples.example | Where-Object title -Match $needs) {
            $calls = [scriptblock]::Create($example.code).Ast.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] }, $true)
            foreach ($call in $calls | Where-Object { $_.GetCommandName() -like '*-Axfl*' }) {
                $known = (Get-Command $call.GetCommandName()).Parameters.Keys
                $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } | ForEach-Object { $_.ParameterName | Should -BeIn $known }
            }
        }
    }
    It 'says what its examples give' { $help.examples.example | ForEach-Object { "$($_.remarks.Text)".Trim() | Should -Not -BeNullOrEmpty } }
}

Describe 'About topics' {
    It 'has <_>' -ForEach 'about_Axfl', 'about_Axfl_Sessions', 'about_Axfl_Strategies', 'about_Axfl_Live', 'about_Axfl_Scheduling' { Get-Help $_ | Out-String | Should -Match 'SHORT DESCRIPTION' }
}
