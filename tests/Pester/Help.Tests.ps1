BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $commands = (Get-Command -Module Axfl).Name | ForEach-Object { @{ Name = $_ } }
}
BeforeAll { . "$PSScriptRoot/Common.ps1" }

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
            foreach ($example in $help.examples.example) { . ([scriptblock]::Create($example.code)) 3>$null 6>$null | Out-Null }
        } finally { Pop-Location }
    }
    It 'says what its examples give' { $help.examples.example | ForEach-Object { "$($_.remarks.Text)".Trim() | Should -Not -BeNullOrEmpty } }
}

Describe 'About topics' {
    It 'has <_>' -ForEach 'about_Axfl', 'about_Axfl_Sessions', 'about_Axfl_Strategies', 'about_Axfl_Scheduling' { Get-Help $_ | Out-String | Should -Match 'SHORT DESCRIPTION' }
}
