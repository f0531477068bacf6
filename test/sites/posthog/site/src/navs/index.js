export const handbookSidebar = [
    { name: 'Start here', url: '/handbook' },
    {
        name: 'People',
        url: '',
        children: [
            { name: 'Hiring', url: '/handbook/people/hiring' },
            { name: 'Time off', url: '/handbook/people/time-off' },
            { name: 'Perks', url: '/handbook/people/perks' },
        ],
    },
]
