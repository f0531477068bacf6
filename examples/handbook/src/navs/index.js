export const handbookSidebar = [
    { name: 'Company' },
    { name: 'Start here', url: '/handbook' },
    { name: 'Why we exist', url: '/handbook/company/mission' },
    { name: 'Small teams', url: '/handbook/company/small-teams' },
    { name: 'Management', url: '/handbook/company/management' },
    { name: 'Communication', url: '/handbook/company/communication' },
    { name: 'How we decide', url: '/handbook/company/decisions' },
    { name: 'Offsites', url: '/handbook/company/offsites' },
    {
        name: 'People',
        url: '/handbook/people',
        children: [
            { name: 'Hiring', url: '/handbook/people/hiring' },
            { name: 'Onboarding', url: '/handbook/people/onboarding' },
            { name: 'Career progression', url: '/handbook/people/career-progression' },
            { name: 'Feedback', url: '/handbook/people/feedback' },
            { name: 'Compensation', url: '/handbook/people/compensation' },
            { name: 'Benefits', url: '/handbook/people/benefits' },
            { name: 'Time off', url: '/handbook/people/time-off' },
            { name: 'Parental leave', url: '/handbook/people/parental-leave' },
            { name: 'Leaving', url: '/handbook/people/leaving' },
        ],
    },
    {
        name: 'Engineering',
        url: '',
        children: [
            { name: 'How we build', url: '/handbook/engineering/how-we-build' },
            { name: 'Incidents', url: '/handbook/engineering/incidents' },
            { name: 'On call', url: '/handbook/engineering/on-call' },
            { name: 'Security', url: '/handbook/engineering/security' },
        ],
    },
    {
        name: 'Support',
        url: '',
        children: [
            { name: 'Customer support', url: '/handbook/support/customer-support' },
            { name: 'Escalations', url: '/handbook/support/escalations' },
        ],
    },
    {
        name: 'Finance',
        url: '',
        children: [
            { name: 'Spending', url: '/handbook/finance/spending' },
            { name: 'Invoices', url: '/handbook/finance/invoices' },
            { name: 'Travel', url: '/handbook/finance/travel' },
        ],
    },
    { name: 'Editing this handbook', url: '/handbook/editing/writing-style' },
]
